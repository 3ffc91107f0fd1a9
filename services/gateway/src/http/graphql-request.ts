import { fault } from '@skillstream/runtime';
import { z } from 'zod';
import type { Operation } from '../graphql/run-operation.ts';

const map = z.record(z.string(), z.unknown());

/** A request by POST (https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters): one operation, no list of them. */
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
  try {
    return json === undefined ? undefined : map.nullable().parse(JSON.parse(json));
  } catch (cause) {
    const faults = [{ path: name, message: 'must be an object as JSON' }];
    throw fault('invalid-input', 'Some fields are not valid', { cause, context: { faults } });
  }
};

/** @throws ZodError for a body that is no request */
export const operationInBody = (body: unknown): Operation => sentInBody.parse(body);

/** @throws ZodError, or SkillstreamError `invalid-input`, for a query that is no request */
export const operationInQuery = (query: unknown): Operation => {
  const { variables, extensions, ...sent } = sentInQuery.parse(query);
  mapOf('extensions', extensions);
  return { ...sent, variables: mapOf('variables', variables) };
};
