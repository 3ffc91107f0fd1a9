import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { Names } from './names.ts';
import { add, compare, none, type Counts } from './score.ts';

/** A reader's labels of a posting: its skills, and words that name a technology elsewhere but not here. */
export type Reading = { id: string; skills: string[]; traps: string[] };

/**
 * Returns the skills that a reader found in a posting, by normalized name; soft skills are left out, since not all
 * readers label them.
 */
export const createAskedFor = (names: Names, { skills }: Taxonomy) => {
  const soft = new Set(skills.filter(({ category }) => category === 'soft-skills').map(({ id }) => id));
  return (reading: Reading): Set<string> =>
    new Set(reading.skills.map(names).filter((name) => !soft.has(name)));
};

/** Scores one reader's labels against another's of the same postings; each skill counts once for each posting. */
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
