import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPayByGroup } from './pay-by-group.ts';
import { LEAST_PAYS, quantileOf, quantilesOf } from './quantiles.ts';

test.each([
  [[10], 0.5, 10],
  [[10, 20], 0.5, 15],
  [[10, 20, 30], 0.25, 15],
  [[1, 2, 3, 4, 5], 0.9, 4.6],
  [[1, 2, 3, 4], 0, 1],
  [[1, 2, 3, 4], 1, 4],
])('of %j the quantile at %d is %d', (values, share, expected) => {
  expect(quantileOf(values, share)).toBeCloseTo(expected, 12);
});

test('nothing is told of fewer than twenty pays but how many they are', () => {
  const nothing = { p10: null, p25: null, median: null, p75: null, p90: null };
  expect(quantilesOf([])).toEqual({ count: 0, ...nothing });
  expect(quantilesOf(Array<number>(LEAST_PAYS - 1).fill(5))).toEqual({ count: 19, ...nothing });
  expect(quantilesOf(Array<number>(LEAST_PAYS).fill(5))).toMatchObject({ count: 20, p10: 5, p90: 5 });
});

test('quantiles rise, lie within the values, and do not depend on the order', () => {
  const pays = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: LEAST_PAYS, maxLength: 60 });
  fc.assert(
    fc.property(pays, (values) => {
      const { p10, p25, median, p75, p90 } = quantilesOf(values);
      const found = [p10!, p25!, median!, p75!, p90!];
      expect(found).toEqual([...found].sort((a, b) => a - b));
      expect(p10!).toBeGreaterThanOrEqual(Math.min(...values));
      expect(p90!).toBeLessThanOrEqual(Math.max(...values));
      expect(quantilesOf(values.toReversed())).toEqual(quantilesOf(values));
    }),
  );
});

test('a posting in no group counts among all, and one that states no pay nowhere', () => {
  const pays = createPayByGroup();
  for (let n = 0; n < 30; n += 1) pays.add(n % 3 ? 'DE' : null, 100);
  pays.add('FR', null);
  pays.add('FR', 0);
  expect(pays.result()).toMatchObject({
    all: { count: 30, median: 100 },
    groups: [{ name: 'DE', count: 20, median: 100 }],
  });
  expect(pays.of('FR')).toMatchObject({ count: 0, median: null });
});
