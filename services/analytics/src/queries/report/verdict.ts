import type { Verdict } from '@skillstream/contracts';
import type { Expectation } from './schema.ts';

type Interval = { low: number; high: number };

const below = (value: number, { atLeast, moreThan, between }: Expectation): boolean =>
  (atLeast !== undefined && value < atLeast) ||
  (moreThan !== undefined && value <= moreThan) ||
  (between !== undefined && value < between.low);

const above = (value: number, { atMost, lessThan, between }: Expectation): boolean =>
  (atMost !== undefined && value > atMost) ||
  (lessThan !== undefined && value >= lessThan) ||
  (between !== undefined && value > between.high);

/**
 * What an interval says about a claimed range: `holds` when all of it lies inside, `does-not-hold` when none of it
 * does. Where it reaches over an end of the range, both are possible, and only more data can tell.
 */
export const verdictOf = (interval: Interval, expect: Expectation): Verdict => {
  if (below(interval.high, expect) || above(interval.low, expect)) return 'does-not-hold';
  return below(interval.low, expect) || above(interval.high, expect) ? 'too-little-data' : 'holds';
};

/**
 * The verdict on a claim about several regions: one that contradicts it is enough, one that is silent leaves it open.
 */
export const verdictOfAll = (verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.includes('does-not-hold')) return 'does-not-hold';
  return verdicts.length > 0 && verdicts.every((one) => one === 'holds') ? 'holds' : 'too-little-data';
};
