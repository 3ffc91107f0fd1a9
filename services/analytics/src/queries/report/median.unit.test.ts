import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { medianOf, medianRank } from './median.ts';

// As in tables of confidence intervals for the median.
test.each([
  [5, null],
  [6, 1],
  [8, 1],
  [9, 2],
  [10, 2],
  [12, 3],
  [15, 4],
  [17, 5],
  [18, 5],
  [20, 6],
  [25, 8],
  [30, 10],
  [50, 18],
  [100, 40],
])('of %d values the median lies between the %j. from either end', (n, rank) => {
  expect(medianRank(n)).toBe(rank);
});

test('no value, or a few, have no interval', () => {
  expect(medianOf([])).toBeNull();
  expect(medianOf([1, 2, 3, 4, 5])).toBeNull();
});

test('the median is the middle value, or the middle of the two', () => {
  expect(medianOf([70, 10, 60, 20, 50, 30, 40])).toEqual({ median: 40, low: 10, high: 70 });
  expect(medianOf([60, 10, 50, 20, 40, 30])).toEqual({ median: 35, low: 10, high: 60 });
});

// C(n, i) as a whole number of any size, one factor at a time.
const coversAtLeast95Percent = (n: number, rank: number): boolean => {
  let [term, tail] = [1n, 0n];
  for (let i = 0; i < rank; i += 1) {
    tail += term;
    term = (term * BigInt(n - i)) / BigInt(i + 1);
  }
  // P(fewer than `rank` values below the median) ≤ 1/40, in whole numbers.
  return tail * 40n <= 2n ** BigInt(n);
};

test('the rank is the largest that still covers 95 %, by exact arithmetic, also where 2^-n underflows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 3000 }), (n) => {
      const rank = medianRank(n)!;
      expect([coversAtLeast95Percent(n, rank), coversAtLeast95Percent(n, rank + 1)]).toEqual([true, false]);
    }),
  );
});

test('a million values have a rank near that of the normal approximation', () => {
  expect(Math.abs(medianRank(1_000_000)! - (500_000 - 1.96 * 500))).toBeLessThan(2);
});

const values = fc.array(fc.integer({ min: 0, max: 300_000 }), { minLength: 6, maxLength: 200 });

test('low ≤ median ≤ high, all within the values, whatever their order', () => {
  fc.assert(
    fc.property(values, (list) => {
      const { median, low, high } = medianOf(list)!;
      expect(Math.min(...list) <= low && low <= median && median <= high && high <= Math.max(...list)).toBe(
        true,
      );
      expect(medianOf(list.toReversed())).toEqual({ median, low, high });
    }),
  );
});

test('another currency changes the median and its interval by its rate', () => {
  fc.assert(
    fc.property(values, (list) => {
      const { median, low, high } = medianOf(list)!;
      expect(medianOf(list.map((value) => value * 4))).toEqual({
        median: median * 4,
        low: low * 4,
        high: high * 4,
      });
    }),
  );
});
