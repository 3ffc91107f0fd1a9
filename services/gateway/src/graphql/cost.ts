import { getNamedType, getNullableType, isIntrospectionType, isListType } from 'graphql';
import type { ComplexityEstimator } from 'graphql-query-complexity';

/** What asking an upstream costs; a field costs 1, in a list as many times as there may be rows. */
const COST_OF_A_CALL = 100;
/** An operation that may cost more is refused: so it asks upstreams no more than 200 times. */
export const MOST_COST = 20_000;

// As many skills as a question gives where it does not say how many.
const ALL_SKILLS = 1000;
const ROWS = 10;
// Rows of `DemandResult` are as many as the queryPath's `top` says: there the whole answer is multiplied.
const rowsAt: Record<string, number> = {
  'DemandAnswer.skills': 1,
  'DemandAnswer.categories': 1,
  'PairsAnswer.pairs': 1,
  'CompareAnswer.skills': 1,
  'TrendAnswer.months': 36,
  'CompareSkillsAnswer.months': 36,
  'TagsAnswer.tags': 50,
  'TagsAnswer.decisions': 50,
};

/** What a list costs: its fields, as many times as it is thought to have rows. */
export const costOfRows =
  (place: string): ComplexityEstimator =>
  ({ childComplexity }) =>
    1 + (rowsAt[place] ?? ROWS) * childComplexity;

/** What a field costs that asks upstreams. */
export const costOfCalls =
  (calls = 1): ComplexityEstimator =>
  ({ childComplexity }) =>
    calls * COST_OF_A_CALL + childComplexity;

/** What a question costs whose `top` says how many rows it gives. */
export const costOfTop: ComplexityEstimator = ({ args, childComplexity }) => {
  const top = typeof args.top === 'number' && args.top > 0 ? args.top : ALL_SKILLS;
  return COST_OF_A_CALL + top * childComplexity;
};

// Of this schema's own lists of types, fields and arguments some are longer; what tools send has to pass.
const ROWS_OF_INTROSPECTION = 5;

/** What a list of the introspection costs, whose fields carry no cost of their own; no other field is estimated. */
export const costOfIntrospection: ComplexityEstimator = ({ field: { type }, childComplexity }) =>
  isListType(getNullableType(type)) && isIntrospectionType(getNamedType(type))
    ? 1 + ROWS_OF_INTROSPECTION * childComplexity
    : undefined;
