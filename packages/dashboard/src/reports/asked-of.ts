import type { PostingFilter } from '@skillstream/contracts';
import type { PostingsAsked } from '../filter/search.ts';

const fixable = ['role', 'seniority', 'country', 'workplace', 'source', 'origin'] as const;

/** The filters that a report has one value of: to choose another one is to be refused, so none is offered. */
export const fixedBy = (population: PostingFilter | undefined): readonly (keyof PostingFilter)[] =>
  fixable.filter((name) => population?.[name] !== undefined);

/** What may be asked of a report that is about `population`: a filter without what is the report's own. */
export const askedOf = (filter: PostingsAsked, population: PostingFilter | undefined): PostingsAsked => {
  const { from, to } = population ?? {};
  const asked = { ...filter };
  for (const name of fixedBy(population)) delete asked[name];
  // A period that the report has no month of.
  const isOutside = (asked.from && to && asked.from > to) || (asked.to && from && asked.to < from);
  if (isOutside) for (const name of ['from', 'to'] as const) delete asked[name];
  return asked;
};
