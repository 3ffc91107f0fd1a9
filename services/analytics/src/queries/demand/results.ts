import type {
  AnsweredFrom,
  DemandResult,
  DemandFilter,
  MeasuredShare,
  TrendResult,
} from '@skillstream/contracts';
import type { IsShown } from '../shown-skills.ts';
import type { Counts } from './counts.ts';
import { wilson } from './wilson.ts';

/** A count with its population, share and interval. */
export const measure = (count: number, population: number): MeasuredShare => ({
  population,
  count,
  ...wilson(count, population),
});

// Most asked for first; ties by name, so that both read models give the same result.
const ranked = (counts: Map<string, number>): [string, number][] =>
  [...counts].filter(([, n]) => n > 0).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));

/** @param top the maximum number of skills; all when left out */
export const demandResultOf = (
  filter: DemandFilter,
  counts: Counts,
  top: number | undefined,
  answeredFrom: AnsweredFrom,
  isShown: IsShown = () => true,
): DemandResult => ({
  filter,
  population: counts.population,
  skills: ranked(counts.skills)
    .filter(([skillId]) => isShown(skillId))
    .slice(0, top)
    .map(([skillId, n]) => ({ skillId, ...measure(n, counts.population) })),
  categories: ranked(counts.categories)
    .filter(([category]) => filter.category === undefined || category === filter.category)
    .map(([category, n]) => ({ category, ...measure(n, counts.population) })),
  answeredFrom,
});

/** A skill's share month by month; only months that have postings. */
export const trendResultOf = (
  skillId: string,
  filter: DemandFilter,
  months: Map<string, Counts>,
  answeredFrom: AnsweredFrom,
): TrendResult => ({
  skillId,
  filter,
  months: [...months]
    .filter(([, counts]) => counts.population > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, counts]) => ({ month, ...measure(counts.skills.get(skillId) ?? 0, counts.population) })),
  answeredFrom,
});
