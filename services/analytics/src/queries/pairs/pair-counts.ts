import type { BothCounts, CountUnit, PairsResult } from '@skillstream/contracts';
import type { IsShown } from '../shown-skills.ts';
import { noCounts } from '../both-counts.ts';
import { measureBoth } from '../demand/results.ts';
import { liftIntervalOf } from './lift-interval.ts';

/**
 * The counts of postings and jobs that pairs of one skill are computed from: from the views, or counted in a pass over
 * postings.
 */
export type PairCounts = {
  population: BothCounts;
  /** How many postings name each skill, including the one. */
  anywhere: Map<string, BothCounts>;
  /** How many of the postings that name the one also name each other skill. */
  beside: Map<string, BothCounts>;
};

type PairOptions = { unit: CountUnit; top?: number | undefined; isShown?: IsShown };

/** @param options.top the maximum number of pairs, the most frequent first; ties by name */
export const pairsOf = (
  skillId: string,
  counts: PairCounts,
  { unit, top, isShown = () => true }: PairOptions,
): Pick<PairsResult, 'counted' | 'population' | 'postings' | 'jobs' | 'count' | 'pairs'> => {
  const { anywhere, beside } = counts;
  const those = anywhere.get(skillId) ?? noCounts();
  const [population, count] = [counts.population[unit], those[unit]];
  const pairs = [...beside]
    .filter(([other, both]) => both[unit] > 0 && isShown(other))
    .sort(([a, n], [b, m]) => m[unit] - n[unit] || (a < b ? -1 : 1))
    .slice(0, top)
    .map(([id, together]) => {
      const [other, both] = [anywhere.get(id)![unit], together[unit]];
      return {
        skillId: id,
        ...measureBoth(together, those, unit),
        lift: (both * population) / (count * other),
        ...liftIntervalOf({ population, count, other, both }),
      };
    });
  return { counted: unit, population, ...counts.population, count, pairs };
};
