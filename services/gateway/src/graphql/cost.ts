import { getNamedType, getNullableType, isIntrospectionType, isListType } from 'graphql';
import type { ComplexityEstimator } from 'graphql-query-complexity';

/** The cost of a request to an upstream. A field costs 1, within a list once per expected row. */
const COST_OF_A_CALL = 100;
/** An operation above this cost is rejected: so it makes no more than 200 requests to upstreams. */
export const MOST_COST = 20_000;

// The number of skills that a query returns without `top`.
const ALL_SKILLS = 1000;
const ROWS = 10;
// The number of rows of `DemandResult` is the `top` of its query: there the whole result is multiplied.
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

/** The cost of a list: its fields, once per expected row. */
export const costOfRows =
  (place: string): ComplexityEstimator =>
  ({ childComplexity }) =>
    1 + (rowsAt[place] ?? ROWS) * childComplexity;

/** The cost of a field that sends requests to upstreams. */
export const costOfCalls =
  (calls = 1): ComplexityEstimator =>
  ({ childComplexity }) =>
    calls * COST_OF_A_CALL + childComplexity;

/** The cost of a query whose `top` is the number of rows. */
export const costOfTop: ComplexityEstimator = ({ args, childComplexity }) => {
  const top = typeof args.top === 'number' && args.top > 0 ? args.top : ALL_SKILLS;
  return COST_OF_A_CALL + top * childComplexity;
};

// Some lists of types, fields and arguments of this schema are longer; the introspection that tools send has to pass.
const ROWS_OF_INTROSPECTION = 5;

/** The cost of a list in an introspection, whose fields have no cost of their own; no other field is estimated. */
export const costOfIntrospection: ComplexityEstimator = ({ field: { type }, childComplexity }) =>
  isListType(getNullableType(type)) && isIntrospectionType(getNamedType(type))
    ? 1 + ROWS_OF_INTROSPECTION * childComplexity
    : undefined;
