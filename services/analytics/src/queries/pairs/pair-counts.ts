import type { PairsResult } from '@skillstream/contracts';
import type { IsShown } from '../shown-skills.ts';
import { measure } from '../demand/results.ts';
import { liftIntervalOf } from './lift-interval.ts';

/** The counts that pairs of one skill are computed from: from the views, or counted in a pass over postings. */
export type PairCounts = {
  population: number;
  /** How many postings name each skill, including the one. */
  anywhere: Map<string, number>;
  /** How many of the postings that name the one also name each other skill. */
  beside: Map<string, number>;
};

/** @param top the maximum number of pairs, the most frequent first; ties by name */
export const pairsOf = (
  skillId: string,
  { population, anywhere, beside }: PairCounts,
  top: number | undefined,
  isShown: IsShown = () => true,
): Pick<PairsResult, 'population' | 'count' | 'pairs'> => {
  const count = anywhere.get(skillId) ?? 0;
  const pairs = [...beside]
    .filter(([other, both]) => both > 0 && isShown(other))
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, top)
    .map(([id, both]) => {
      const other = anywhere.get(id)!;
      return {
        skillId: id,
        ...measure(both, count),
        lift: (both * population) / (count * other),
        ...liftIntervalOf({ population, count, other, both }),
      };
    });
  return { population, count, pairs };
};
