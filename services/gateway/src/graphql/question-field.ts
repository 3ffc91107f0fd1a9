import { SkillstreamError } from '@skillstream/runtime';
import type { GraphQLFieldConfig } from 'graphql';
import type { ComplexityEstimator } from 'graphql-query-complexity';
import { z } from 'zod';
import { questionOf } from '../questions/question-of.ts';
import type { Context } from './context.ts';
import { costOfCalls } from './cost.ts';
import type { Types } from './create-types.ts';

export type Question<I extends z.ZodRawShape> = {
  description: string;
  /** The query schema of the path: its parameters are the field's arguments, and checked by it. */
  query: z.ZodObject;
  /** Arguments that stand in the path. */
  inPath?: z.ZodObject<I>;
  path: (inPath: z.infer<z.ZodObject<I>>) => string;
  answer: z.ZodObject;
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

/**
 * The address of a question, as REST has it: the answers that the gateway keeps are the same for both.
 * @param args null is as good as left out
 * @throws ZodError for what the path would refuse
 */
export const addressOf = (path: string, query: z.ZodObject, args: Args): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query.parse(said(args)))) parameters.set(name, String(value));
  return questionOf(`${path}?${parameters}`);
};

/** A field of Query that asks what a path of analytics answers, and gives what it gives. */
export const questionField = <I extends z.ZodRawShape>(
  types: Types,
  { description, query, inPath, path, answer, orNull, cost = costOfCalls() }: Question<I>,
): GraphQLFieldConfig<unknown, Context, Args> => ({
  description,
  type: types.typeOf(answer, 'Query'),
  args: { ...(inPath && types.argumentsOf(inPath)), ...types.argumentsOf(query) },
  extensions: { complexity: cost },
  resolve: (_source, args, { asking }) => {
    const named = (inPath ?? z.object({})).parse(args) as z.infer<z.ZodObject<I>>;
    const rest = Object.fromEntries(Object.entries(args).filter(([name]) => !(name in named)));
    const asked = asking.question(addressOf(path(named), query, rest));
    return orNull ? asked.catch(nullWhereMissing) : asked;
  },
});
