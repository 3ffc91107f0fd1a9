import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { Names } from './names.ts';
import { add, compare, none, type Counts } from './score.ts';

/** What a reader named in a posting: its skills, and words that name a technology elsewhere and none here. */
export type Reading = { id: string; skills: string[]; traps: string[] };

/**
 * What a reader found in a posting, by the one name of each skill; soft skills are left out, as not all readers name
 * them.
 */
export const createAskedFor = (names: Names, { skills }: Taxonomy) => {
  const soft = new Set(skills.filter(({ category }) => category === 'soft-skills').map(({ id }) => id));
  return (reading: Reading): Set<string> =>
    new Set(reading.skills.map(names).filter((name) => !soft.has(name)));
};

/** What one reader found, measured by what another found in the same postings: each skill once a posting. */
export const betweenReaders = (
  found: readonly Reading[],
  expected: readonly Reading[],
  names: Names,
  taxonomy: Taxonomy,
): Counts => {
  const askedFor = createAskedFor(names, taxonomy);
  const byId = new Map(found.map((reading) => [reading.id, reading]));
  return expected
    .map((reading) => compare(askedFor(reading), askedFor(byId.get(reading.id)!)))
    .reduce(add, none);
};
