import type { PairsResult } from '@skillstream/contracts';
import type { IsShown } from '../shown-skills.ts';
import { measure } from '../demand/results.ts';

/** What the pairs of one skill are measured by: from the views, or counted while postings pass by. */
export type PairCounts = {
  population: number;
  /** How many postings name each skill, the one among them. */
  anywhere: Map<string, number>;
  /** How many of the postings that name the one name each other skill. */
  beside: Map<string, number>;
};

/** @param top how many at the most, those that stand beside it most often first; ties by name */
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
    .map(([other, both]) => ({
      skillId: other,
      ...measure(both, count),
      lift: (both * population) / (count * anywhere.get(other)!),
    }));
  return { population, count, pairs };
};
