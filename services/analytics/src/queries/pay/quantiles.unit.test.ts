import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPayByGroup, payResultOf } from './pay-by-group.ts';
import { LEAST_PAYS, medianPlaces, quantileOf, quantilesOf } from './quantiles.ts';
import { addTo, bucketOf, payOf, RELATIVE_ACCURACY, type Sketch } from '../../projections/views/sketch.ts';

const sketchOf = (pays: readonly number[]): Sketch =>
  addTo(
    new Map(),
    pays.map((usd) => [bucketOf(usd), 1] as const),
  );
const pay = fc.integer({ min: 1, max: 1e9 });
const pays = fc.array(pay, { maxLength: 60 });

test('the salary that represents a bucket is within 1 % of each salary in it, and buckets rise with salaries', () => {
  fc.assert(
    fc.property(pay, pay, (one, other) => {
      expect(Math.abs(payOf(bucketOf(one)) - one)).toBeLessThanOrEqual(one * RELATIVE_ACCURACY * (1 + 1e-9));
      expect(Math.sign(bucketOf(one) - bucketOf(other)) * Math.sign(one - other)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.each([
  [1, 0],
  [1.0001, 1],
  [1e9, 1037],
  [1e15, 1037],
])('%d dollars are in bucket %d', (usd, bucket) => {
  expect(bucketOf(usd)).toBe(bucket);
});

test('merged sketches equal the sketch of all, and subtracting one leaves the other', () => {
  fc.assert(
    fc.property(pays, pays, (some, more) => {
      const both = sketchOf([...some, ...more]);
      expect(addTo(sketchOf(some), sketchOf(more))).toEqual(both);
      expect(addTo(both, sketchOf(more), -1)).toEqual(sketchOf(some));
    }),
  );
});

test('a quantile is within 1 % of the lower of the two nearest salaries', () => {
  fc.assert(
    fc.property(
      fc.array(pay, { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (all, share) => {
        const exact = all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) * share)]!;
        expect(Math.abs(quantileOf(sketchOf(all), share) - exact)).toBeLessThanOrEqual(
          exact * RELATIVE_ACCURACY * (1 + 1e-9),
        );
      },
    ),
  );
});

test('of fewer than twenty salaries only the number is given', () => {
  const nothing = {
    ...{ p10: null, p25: null, median: null, medianLow: null, medianHigh: null, p75: null, p90: null },
  };
  const alike = (n: number) => sketchOf(Array<number>(n).fill(50_000));
  expect(quantilesOf(new Map())).toEqual({ count: 0, ...nothing });
  expect(quantilesOf(alike(LEAST_PAYS - 1))).toEqual({ count: 19, ...nothing });
  const one = Math.round(payOf(bucketOf(50_000)));
  expect(quantilesOf(alike(LEAST_PAYS))).toMatchObject({ count: 20, p10: one, p90: one });
});

test('quantiles rise, and do not depend on the order', () => {
  fc.assert(
    fc.property(fc.array(pay, { minLength: LEAST_PAYS, maxLength: 60 }), (values) => {
      const { p10, p25, median, medianLow, medianHigh, p75, p90 } = quantilesOf(sketchOf(values));
      const found = [p10!, p25!, median!, p75!, p90!];
      expect(found).toEqual([...found].sort((a, b) => a - b));
      expect(medianLow!).toBeLessThanOrEqual(median!);
      expect(medianHigh!).toBeGreaterThanOrEqual(median!);
      expect(quantilesOf(sketchOf(values.toReversed()))).toEqual(quantilesOf(sketchOf(values)));
    }),
  );
});

test('the interval of a median holds the true one at least 95 times of 100, and hardly more, by the binomial', () => {
  const logFactorials = [0];
  for (let n = 1; n <= 1000; n += 1) logFactorials.push(logFactorials[n - 1]! + Math.log(n));
  for (let count = LEAST_PAYS; count <= 1000; count += 1) {
    const [low, high] = medianPlaces(count);
    let held = 0;
    // It is held where more salaries than `low`, and no more than `high`, lie below the true median.
    for (let below = low + 1; below <= high; below += 1)
      held += Math.exp(
        logFactorials[count]! - logFactorials[below]! - logFactorials[count - below]! - count * Math.LN2,
      );
    expect([count, held >= 0.95, held < 0.985]).toEqual([count, true, true]);
  }
});

test('a posting without a group counts in the total, and one without a stated salary nowhere', () => {
  const { add, pays: found } = createPayByGroup();
  for (let n = 0; n < 30; n += 1) add(n % 3 ? 'DE' : null, { salaryUsd: 100, duplicate: false });
  add('FR', { salaryUsd: null, duplicate: false });
  add('FR', { salaryUsd: 0, duplicate: false });
  expect(payResultOf(found, 'postings')).toMatchObject({
    all: { count: 30 },
    groups: [{ name: 'DE', count: 20 }],
  });
  expect(found.groups.get('FR')).toBeUndefined();
});

test('the pay of jobs is that without the duplicates, and says of how many postings', () => {
  const { add, pays: found } = createPayByGroup();
  for (let n = 0; n < 40; n += 1) add('DE', { salaryUsd: n % 2 ? 100 : 900, duplicate: n % 2 === 0 });
  const [ofPostings, ofJobs] = [payResultOf(found, 'postings'), payResultOf(found, 'jobs')];
  expect(ofPostings.all).toMatchObject({ count: 40, postings: 40, jobs: 20, p10: 100, p90: 907 });
  expect(ofJobs).toMatchObject({
    ...{ counted: 'jobs', all: { count: 20, postings: 40, jobs: 20, p10: 100, p90: 100 } },
    groups: [{ name: 'DE', count: 20, postings: 40 }],
  });
});
