import { appError } from '@skillstream/errors';
import { parseStrictJson } from '@skillstream/http';
import { z } from 'zod';
import type { Operation } from '../graphql/run-operation.ts';

const map = z.record(z.string(), z.unknown());

/**
 * A request by POST (https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters): one operation, no
 * batches.
 */
const sentInBody = z.strictObject({
  query: z.string(),
  variables: map.nullish(),
  operationName: z.string().nullish(),
  extensions: map.nullish(),
});

/** The same by GET, where maps are JSON. */
const sentInQuery = z.strictObject({
  query: z.string(),
  variables: z.string().optional(),
  operationName: z.string().optional(),
  extensions: z.string().optional(),
});

const mapOf = (name: string, json: string | undefined) => {
  if (json === undefined) return undefined;
  const parsed = parseStrictJson(json);
  const read = 'value' in parsed ? map.nullable().safeParse(parsed.value) : null;
  if (read?.success) return read.data;
  const [wrong] = 'faults' in parsed ? parsed.faults : [];
  const { path, message } = wrong ?? { path: '', message: 'must be an object' };
  const faults = [{ path: [name, path].filter(Boolean).join('.'), message }];
  throw appError('invalid-input', 'Some fields are not valid', { context: { faults } });
};

/** @throws ZodError for a body that is not a request */
export const operationInBody = (body: unknown): Operation => sentInBody.parse(body);

/** @throws ZodError, or SkillstreamError `invalid-input`, for a query string that is not a request */
export const operationInQuery = (query: unknown): Operation => {
  const { variables, extensions, ...sent } = sentInQuery.parse(query);
  mapOf('extensions', extensions);
  return { ...sent, variables: mapOf('variables', variables) };
};
