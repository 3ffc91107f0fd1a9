import { demandOf, takenFromOf, type Search } from './search.ts';

type Name = keyof Search;

/**
 * What "Clear all" clears: each choice of a filter, of trends and of a skill. Not where postings are taken from, nor
 * whether they or jobs are counted: that is at what one looks, and not a part of the market.
 */
export const chosenIn = (search: Search): Name[] => {
  const { trends, skill } = search;
  const kept = [...Object.keys(takenFromOf(search)), 'count'];
  const chosen = Object.keys({ ...demandOf(search), ...(trends && { trends }), ...(skill && { skill }) });
  return chosen.filter((name) => !kept.includes(name)) as Name[];
};

/** A change of the state that leaves nothing of these. */
export const without = (names: readonly Name[]): Partial<Search> =>
  Object.fromEntries(names.map((name) => [name, undefined]));
