import { expect, test } from '@jest/globals';
import { openApiDocument } from '@skillstream/contracts/openapi';
import { csvOf } from './csv-of.ts';

type Schema = {
  $ref?: string;
  anyOf?: Schema[];
  const?: unknown;
  enum?: unknown[];
  type?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
};

const { paths, components } = openApiDocument();
const named = (ref: string) => components.schemas[ref.split('/').at(-1)!] as Schema;

/** A value of a schema: lists of one entry, and nothing that is optional. */
const sampleOf = (schema: Schema): unknown => {
  if (schema.$ref) return sampleOf(named(schema.$ref));
  if (schema.anyOf) return sampleOf(schema.anyOf[0]!);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'array') return [sampleOf(schema.items!)];
  if (schema.type === 'object') {
    const { properties = {}, required = [] } = schema;
    return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name]!)]));
  }
  return schema.type === 'string' ? 'x' : 1;
};

const promised = Object.values(paths)
  .flatMap((methods) => Object.values(methods))
  .map(({ operationId, responses: { 200: ok } }) => {
    const content = ok && 'content' in ok ? ok.content : {};
    return [operationId, content ?? {}] as const;
  })
  .filter(([, content]) => 'text/csv' in content);

test('some operations are promised as CSV', () => {
  expect(promised.length).toBeGreaterThan(8);
});

test.each(promised)('%s, which is promised as CSV, has lines to give', (_id, content) => {
  const sample = sampleOf(content['application/json']!.schema as Schema);
  const [header, ...lines] = csvOf(sample as Record<string, unknown>)?.split('\r\n') ?? [];
  expect(header).toMatch(/^\w[\w.,]+$/);
  expect(lines.filter((line) => line !== '')).not.toEqual([]);
});
