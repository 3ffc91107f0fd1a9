import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wilson } from './wilson.ts';

// Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3 (score).
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i lies between %f and %f, as published', (count, population, low, high) => {
  const found = wilson(count, population);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

test('an empty population gives no interval', () => {
  expect(wilson(0, 0)).toEqual({ share: null, low: null, high: null });
});

const shares = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((population) => fc.tuple(fc.integer({ min: 0, max: population }), fc.constant(population)));

test('0 ≤ low ≤ share ≤ high ≤ 1, and the ends are touched only there', () => {
  fc.assert(
    fc.property(shares, ([count, population]) => {
      const { share, low, high } = wilson(count, population) as Record<'share' | 'low' | 'high', number>;
      expect(share).toBe(count / population);
      expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
      expect(low === 0).toBe(count === 0);
      expect(high === 1).toBe(count === population);
    }),
  );
});

test('the interval of the complement mirrors the interval', () => {
  fc.assert(
    fc.property(shares, ([count, population]) => {
      const [one, rest] = [wilson(count, population), wilson(population - count, population)];
      expect(one.low! + rest.high!).toBeCloseTo(1, 10);
    }),
  );
});
