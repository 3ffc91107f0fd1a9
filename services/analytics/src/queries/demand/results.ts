import type {
  AnsweredFrom,
  BothCounts,
  CountUnit,
  DemandResult,
  DemandFilter,
  MeasuredShare,
  TrendResult,
} from '@skillstream/contracts';
import { addBoth, noCounts } from '../both-counts.ts';
import type { IsShown } from '../shown-skills.ts';
import type { Counts } from './counts.ts';
import { wilson } from './wilson.ts';

/** A count with its population, share and interval. */
export const measure = (count: number, population: number): MeasuredShare => ({
  population,
  count,
  ...wilson(count, population),
});

/** A share of postings or of jobs, with the count in both. */
export type MeasuredBoth = MeasuredShare & BothCounts;

/** Measures a share of postings or of jobs, beside the count in both. */
export const measureBoth = (count: BothCounts, population: BothCounts, unit: CountUnit): MeasuredBoth => ({
  ...measure(count[unit], population[unit]),
  ...count,
});

// Most asked for first; ties by name, so that both read models give the same result.
const ranked = (counts: Map<string, BothCounts>, unit: CountUnit): [string, BothCounts][] =>
  [...counts]
    .filter(([, { postings }]) => postings > 0)
    .sort(([a, n], [b, m]) => m[unit] - n[unit] || (a < b ? -1 : 1));

/** Demand whose rows have the counts in both units. */
export type DemandOfBoth = Omit<DemandResult, 'skills' | 'categories'> &
  BothCounts & {
    skills: (MeasuredBoth & { skillId: string })[];
    categories: (MeasuredBoth & { category: string })[];
  };

type DemandOptions = { unit: CountUnit; top?: number | undefined; isShown?: IsShown };

/**
 * Returns every skill and category that any posting names, also where no job does: their count of jobs is then 0.
 * @param options.top the maximum number of skills; all when left out
 */
export const demandResultOf = (
  filter: DemandFilter,
  counts: Counts,
  answeredFrom: AnsweredFrom,
  { unit, top, isShown = () => true }: DemandOptions,
): DemandOfBoth => ({
  filter,
  counted: unit,
  population: counts.population[unit],
  ...counts.population,
  skills: ranked(counts.skills, unit)
    .filter(([skillId]) => isShown(skillId))
    .slice(0, top)
    .map(([skillId, n]) => ({ skillId, ...measureBoth(n, counts.population, unit) })),
  categories: ranked(counts.categories, unit)
    .filter(([category]) => filter.category === undefined || category === filter.category)
    .map(([category, n]) => ({ category, ...measureBoth(n, counts.population, unit) })),
  answeredFrom,
});

/** The same without what counts nothing. */
export const withoutZeros = (result: DemandOfBoth): DemandOfBoth => ({
  ...result,
  skills: result.skills.filter(({ count }) => count > 0),
  categories: result.categories.filter(({ count }) => count > 0),
});

/** A trend whose months have the counts in both units. */
export type TrendOfBoth = Omit<TrendResult, 'months'> &
  BothCounts & { months: (MeasuredBoth & { month: string })[] };

/** A skill's share month by month; only months that have postings, some of which may have no jobs. */
export const trendResultOf = (
  skillId: string,
  filter: DemandFilter,
  months: Map<string, Counts>,
  answeredFrom: AnsweredFrom,
  unit: CountUnit,
): TrendOfBoth => {
  const total = noCounts();
  for (const { population } of months.values()) addBoth(total, population);
  return {
    skillId,
    filter,
    counted: unit,
    ...total,
    months: [...months]
      .filter(([, { population }]) => population.postings > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, { skills, population }]) => ({
        month,
        ...measureBoth(skills.get(skillId) ?? noCounts(), population, unit),
      })),
    answeredFrom,
  };
};
