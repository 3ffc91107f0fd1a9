import { SkillstreamError } from '@skillstream/errors';
import {
  operations,
  operationPath,
  type Operation,
  type OperationId,
  type Operations,
} from '@skillstream/contracts';
import type { GraphQLFieldConfig } from 'graphql';
import type { ComplexityEstimator } from 'graphql-query-complexity';
import { z } from 'zod';
import { canonicalQuery } from '../queries/canonical-query.ts';
import type { Context } from './context.ts';
import { costOfCalls } from './cost.ts';
import type { Types } from './create-types.ts';
import { idInPath } from './in-path.ts';

/** The operations whose answers the gateway keeps, each of which may be a field of Query, too. */
export type QueryOperation = {
  [I in OperationId]: Operations[I] extends { cachedQuery: true } ? I : never;
}[OperationId];

export type Query = {
  description: string;
  /** What the id in the path is called as an argument; left out where the path has none. */
  idAs?: 'id' | 'skillId';
  /** In place of the operation's own parameters, of which it leaves some out. */
  query?: z.ZodObject;
  response: z.ZodObject;
  /** Whether a thing that is not there is null, and no error. */
  orNull?: true;
  /** Left out, one call and the fields that are asked for. */
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
 * The address of a question, as REST has it: the answers that the gateway keeps are the same for both.
 * @param args null is as good as left out
 * @throws ZodError for what the path would refuse
 */
export const addressOf = (path: string, query: z.ZodObject, args: Args): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query.parse(said(args)))) parameters.set(name, String(value));
  return canonicalQuery(`${path}?${parameters}`);
};

/**
 * A field of Query that asks what an operation answers, and gives what it gives: the arguments are its parameters, and
 * checked by the same schemas.
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
