import { POPULATION } from '../../projections/views/names.ts';

/** Counts of one query: the population, and how many postings name each skill and category. */
export type Counts = { population: number; skills: Map<string, number>; categories: Map<string, number> };

/** Creates counts of zero, to add to. */
export const emptyCounts = (): Counts => ({ population: 0, skills: new Map(), categories: new Map() });

const bump = (map: Map<string, number>, key: string, n: number) => map.set(key, (map.get(key) ?? 0) + n);

/** Adds a view's fields (`n`, `s:<skill>`, `c:<category>`) to counts. */
export const addView = (counts: Counts, fields: Map<string, number>): void => {
  for (const [field, n] of fields) {
    if (field === POPULATION) counts.population += n;
    else if (field.startsWith('s:')) bump(counts.skills, field.slice(2), n);
    else bump(counts.categories, field.slice(2), n);
  }
};

/** Adds one month's counts from the facts to counts. */
export const addCounts = (counts: Counts, more: Counts): void => {
  counts.population += more.population;
  for (const [skill, n] of more.skills) bump(counts.skills, skill, n);
  for (const [category, n] of more.categories) bump(counts.categories, category, n);
};
