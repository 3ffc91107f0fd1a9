import type { BothCounts } from '@skillstream/contracts';
import { POPULATION } from '../../projections/views/names.ts';
import { addBoth, countsAt, fieldCounts, noCounts } from '../both-counts.ts';

/** Counts of one query: the population, and how many postings and jobs name each skill and category. */
export type Counts = {
  population: BothCounts;
  skills: Map<string, BothCounts>;
  categories: Map<string, BothCounts>;
};

/** Creates counts of zero, to add to. */
export const emptyCounts = (): Counts => ({
  population: noCounts(),
  skills: new Map(),
  categories: new Map(),
});

/** Adds a view's fields (`n`, `s:<skill>`, `c:<category>`, and those of their duplicates) to counts. */
export const addView = (sum: Counts, fields: Map<string, number>): void => {
  for (const [name, n] of fields) {
    const { field, counts } = fieldCounts(name, n);
    if (field === POPULATION) addBoth(sum.population, counts);
    else addBoth(countsAt(field.startsWith('s:') ? sum.skills : sum.categories, field.slice(2)), counts);
  }
};

/** Adds one month's counts to counts. */
export const addCounts = (sum: Counts, more: Counts): void => {
  addBoth(sum.population, more.population);
  for (const [skill, counts] of more.skills) addBoth(countsAt(sum.skills, skill), counts);
  for (const [category, counts] of more.categories) addBoth(countsAt(sum.categories, category), counts);
};
