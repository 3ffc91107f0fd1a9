import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { countryCodes } from '../country-code.ts';
import { operationList } from '../operations.ts';
import { scopeNames } from '../scopes.ts';
import { refsIn, resolveRef } from './references.ts';
import { openApiDocument } from './openapi.ts';
import { type Operation, operationTags } from './openapi/operation.ts';

type Ref = { $ref: string };
type Response = { headers: Record<string, Ref>; content: Record<string, { schema: unknown }> };

const checkedIn = readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8');
const document = JSON.parse(JSON.stringify(openApiDocument())) as ReturnType<typeof openApiDocument>;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => [`${method} ${path}`, operation as Operation] as const),
);

const resolve = (ref: string): unknown => resolveRef(document, ref);
const resultsOf = ({ responses }: Operation): [string, Response][] =>
  Object.entries(responses).map(([status, response]) => [
    status,
    ('$ref' in response ? resolve(response.$ref) : response) as Response,
  ]);

test('the checked-in document is what the schemas make', () => {
  const advice = 'run npm run generate';
  expect({ advice, document: JSON.parse(checkedIn) }).toEqual({ advice, document });
});

test('a validator that is not ours takes the document as OpenAPI 3.1', async () => {
  const validator = new Validator();
  expect(await validator.validate(JSON.parse(checkedIn))).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

describe('the document', () => {
  test('refers only to what is there, and holds nothing that nobody refers to', () => {
    const refs = new Set(refsIn(document));
    expect([...refs].filter((ref) => !ref.startsWith('#/') || resolve(ref) === undefined)).toEqual([]);
    // These are named, not referred to: the next test is theirs.
    const { securitySchemes: _, ...referred } = document.components;
    const parts = Object.entries(referred).flatMap(([kind, named]) =>
      Object.keys(named).map((name) => `#/components/${kind}/${name}`),
    );
    expect(parts.filter((part) => !refs.has(part))).toEqual([]);
  });

  test('says of each operation which scope it takes, as the services check it, and of every scope what it is', () => {
    const said = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { security }]) =>
        security.flatMap((one) =>
          Object.entries(one).map(([scheme, [scope]]) => [`${method} ${path}`, scheme, scope] as const),
        ),
      ),
    );
    const table = operationList.map(
      ({ method, path, scope }) => [`${method} ${path.replace(/:(\w+)/g, '{$1}')}`, scope] as const,
    );
    const unlisted = said.filter(
      ([operation, , scope]) =>
        !table.some(([one, needs]) => one.toLowerCase() === operation.toLowerCase() && needs === scope),
    );
    expect(unlisted).toEqual([]);
    expect(new Set(said.map(([, scheme]) => scheme))).toEqual(
      new Set(Object.keys(document.components.securitySchemes)),
    );
    expect(new Set(said.map(([, , scope]) => scope))).toEqual(new Set(scopeNames));
  });

  test('lists the countries that a parameter takes, in one place', () => {
    const { CountryCode } = document.components.schemas;
    expect(new Set(CountryCode!['enum'] as string[])).toEqual(countryCodes);
    const schemas = operations.flatMap(([, { parameters = [] }]) =>
      parameters.filter(({ name }) => name === 'country').map(({ schema }) => schema),
    );
    expect(schemas.length).toBeGreaterThan(9);
    for (const schema of schemas) expect(schema).toEqual({ $ref: '#/components/schemas/CountryCode' });
  });

  test('gives each operation an id of its own and every group its operations', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const used = new Set(operations.flatMap(([, { tags }]) => tags));
    expect([...used].sort()).toEqual(operationTags.map(({ name }) => name).sort());
  });
});

describe.each(operations)('%s', (_name, operation) => {
  test('says what it is for, and what each parameter means', () => {
    expect(operation.summary.length).toBeGreaterThan(10);
    expect(operation.description.length).toBeGreaterThan(30);
    for (const { description } of operation.parameters ?? []) expect(description).toMatch(/\w{2,} \w+/);
  });

  test('answers errors as problems, and every answer names its trace', () => {
    for (const [status, { content, headers }] of resultsOf(operation)) {
      expect(headers['trace-id']).toEqual({ $ref: '#/components/headers/trace-id' });
      if (Number(status) >= 400 && operation.operationId !== 'getReadiness')
        expect(content).toEqual({
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        });
    }
  });
});
