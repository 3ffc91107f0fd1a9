import {
  operations,
  operationPath,
  type Operation,
  type OperationId,
  type Operations,
} from '@skillstream/contracts';
import { SkillstreamError } from '@skillstream/errors';
import type { GraphQLFieldConfig } from 'graphql';
import type { ComplexityEstimator } from 'graphql-query-complexity';
import { z } from 'zod';
import { canonicalQuery } from '../queries/canonical-query.ts';
import type { Context } from './context.ts';
import { costOfCalls } from './cost.ts';
import type { Types } from './create-types.ts';
import { idInPath } from './in-path.ts';

/** The operations whose results the gateway caches, each of which may be a field of Query, too. */
export type QueryOperation = {
  [I in OperationId]: Operations[I] extends { cachedQuery: true } ? I : never;
}[OperationId];

export type Query = {
  description: string;
  /** The argument's name for the id in the path; left out where the path has none. */
  idAs?: 'id' | 'skillId';
  /** Replaces the operation's own parameters, some of which it leaves out. */
  query?: z.ZodObject;
  response: z.ZodObject;
  /** Whether something that does not exist is null instead of an error. */
  orNull?: true;
  /** By default the cost of one request and the selected fields. */
  cost?: ComplexityEstimator;
};

const nullWhereMissing = (error: unknown): null => {
  if (error instanceof SkillstreamError && error.code === 'not-found') return null;
  throw error;
};

type Args = Record<string, unknown>;
const said = (args: Args): Args =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null && value !== undefined));

/** The parameters of an operation. */
const queryOf = (id: QueryOperation): z.ZodObject =>
  (operations[id] as Operation).query ?? z.strictObject({});

/**
 * The URL of a query, as REST has it, so that both protocols share cached results.
 * @param args null is the same as left out
 * @throws ZodError for what the path would reject
 */
export const addressOf = (path: string, query: z.ZodObject, args: Args): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query.parse(said(args)))) parameters.set(name, String(value));
  return canonicalQuery(`${path}?${parameters}`);
};

/**
 * A field of Query that runs an operation and returns its result: the arguments are the operation's parameters, and
 * validated by the same schemas.
 */
export const queryField = (
  types: Types,
  id: QueryOperation,
  { description, idAs, query = queryOf(id), response, orNull, cost = costOfCalls() }: Query,
): GraphQLFieldConfig<unknown, Context, Args> => {
  const inPath = z.object(idAs ? { [idAs]: idInPath } : {});
  return {
    description,
    type: types.typeOf(response, 'Query'),
    args: { ...(idAs && types.argumentsOf(inPath)), ...types.argumentsOf(query) },
    extensions: { complexity: cost },
    resolve: (_source, args, { asking }) => {
      const named = inPath.parse(args) as Record<string, string>;
      const rest = Object.fromEntries(Object.entries(args).filter(([name]) => !(name in named)));
      const path = operationPath(id, idAs ? { id: named[idAs]! } : {});
      const asked = asking.queryPath(addressOf(path, query, rest));
      return orNull ? asked.catch(nullWhereMissing) : asked;
    },
  };
};
