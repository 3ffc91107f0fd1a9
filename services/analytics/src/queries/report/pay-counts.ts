import type { PayGroup, RegionalPay } from '@skillstream/contracts';
import { LEAST_PAYS } from '../pay/quantiles.ts';
import { meets } from './condition.ts';
import { medianOf } from './median.ts';
import type { Condition, Expectation, Report } from './schema.ts';
import type { Counts } from './share-counts.ts';
import { verdictOf, verdictOfAll } from './verdict.ts';

const groupOf = (pays: number[]): PayGroup => {
  const found = pays.length < LEAST_PAYS ? null : medianOf(pays);
  return { count: pays.length, ...(found ?? { median: null, low: null, high: null }) };
};

// The bounds of the ratio are the lowest and highest that the two intervals allow. The interval contains 1 as long as
// they overlap, so this is more conservative than a test of the difference (Schenker and Gentleman 2001,
// doi:10.1198/000313001317097960), and every verdict can be checked by the two intervals that are shown.
const ratioOf = (over: PayGroup, under: PayGroup): RegionalPay['ratio'] => {
  if (over.median === null || over.low === null || over.high === null) return null;
  if (under.median === null || under.low === null || under.high === null) return null;
  return { ratio: over.median / under.median, low: over.low / under.high, high: over.high / under.low };
};

const regional = (region: string, countries: readonly string[]) => {
  const pays: Record<'with' | 'without', number[]> = { with: [], without: [] };
  return { region, countries, population: 0, pays };
};

/** Collects each region's salaries of postings that meet the condition and of others; 0 counts as not stated. */
export const createPayCounts = (
  condition: Condition,
  expect: Expectation,
  regions: Report['regions'],
): Counts => {
  const all = Object.entries(regions).map(([name, countries]) => regional(name, countries));
  const measured = ({ region, population, pays }: (typeof all)[number]): RegionalPay => {
    const [over, under] = [groupOf(pays.with), groupOf(pays.without)];
    const ratio = ratioOf(over, under);
    const verdict = ratio ? verdictOf(ratio, expect) : 'too-little-data';
    return { region, population, with: over, without: under, ratio, verdict };
  };
  return {
    add: (posting) => {
      for (const region of all) {
        if (posting.country === null || !region.countries.includes(posting.country)) continue;
        region.population += 1;
        if (posting.salaryUsd)
          region.pays[meets(posting, condition) ? 'with' : 'without'].push(posting.salaryUsd);
      }
    },
    result: () => {
      const pay = all.map(measured);
      return { verdict: verdictOfAll(pay.map(({ verdict }) => verdict)), pay };
    },
  };
};
