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
 * Classifies a claimed range by an interval: `holds` when all of the interval lies inside, `does-not-hold` when none
 * of it does. When it crosses an end of the range both are possible, and only more data can decide.
 */
export const verdictOf = (interval: Interval, expect: Expectation): Verdict => {
  if (below(interval.high, expect) || above(interval.low, expect)) return 'does-not-hold';
  return below(interval.low, expect) || above(interval.high, expect) ? 'too-little-data' : 'holds';
};

/**
 * Combines the verdicts of several regions: one that contradicts the claim is enough, one without a verdict leaves it
 * open.
 */
export const verdictOfAll = (verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.includes('does-not-hold')) return 'does-not-hold';
  return verdicts.length > 0 && verdicts.every((one) => one === 'holds') ? 'holds' : 'too-little-data';
};
