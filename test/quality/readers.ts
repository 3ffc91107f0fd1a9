import type { Taxonomy } from '../../services/tagging/src/taxonomy/taxonomy.ts';
import type { Reading } from './gold/gold.ts';
import type { Names } from './names.ts';
import { add, compare, none, type Counts } from './score.ts';

/** What one reader found, measured by what another found in the same postings: each skill once a posting, soft skills left out. */
export const betweenReaders = (
  found: readonly Reading[],
  expected: readonly Reading[],
  names: Names,
  { skills }: Taxonomy,
): Counts => {
  const soft = new Set(skills.filter(({ category }) => category === 'soft-skills').map(({ id }) => id));
  const hard = (reading: Reading) => new Set(reading.skills.map(names).filter((name) => !soft.has(name)));
  const byId = new Map(found.map((reading) => [reading.id, reading]));
  return expected.map((reading) => compare(hard(reading), hard(byId.get(reading.id)!))).reduce(add, none);
};
