import type { CountUnit } from '@skillstream/contracts';
import { inUnit } from '../format/units.ts';

// As many as pay needs for its quantiles (`LEAST_PAYS` of analytics).
const FEW = 20;

/** What a figure says of itself where it is of so few that the next one may change all of it; else null. */
export const fewText = (population: number | undefined, unit: CountUnit = 'postings'): string | null =>
  population === undefined || population === 0 || population >= FEW
    ? null
    : `Only ${inUnit(population, unit)}: so few say little of the market.`;

/**
 * The same of shares month by month: many postings in all may still be few in a month, and its share jumps then.
 * @param populations the postings, or jobs, of each month that has some
 */
export const fewInMonthsText = (
  populations: readonly number[],
  unit: CountUnit = 'postings',
): string | null => {
  const few = populations.filter((population) => population < FEW).length;
  const inAll = fewText(
    populations.reduce((sum, population) => sum + population, 0),
    unit,
  );
  if (inAll !== null || few * 2 <= populations.length) return inAll;
  const months = few === populations.length ? 'All months have' : 'Most months have';
  return `${months} fewer than ${FEW} ${unit}: so few say little of the market.`;
};
