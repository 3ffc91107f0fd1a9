import { expect, test } from '@jest/globals';
import { ratioInterval } from './ratio-interval.ts';

test('pairs that all say the same leave no doubt', () => {
  const { ratio, low, high } = ratioInterval([2, 3, 5].map((base) => [1.5 * base, base] as const));
  for (const found of [ratio, low, high]) expect(found).toBeCloseTo(1.5, 12);
});

test('twice and half of the base are together as much as it, and the interval says how little that is known', () => {
  const { ratio, low, high } = ratioInterval([
    [2, 1],
    [1, 2],
  ]);
  expect(ratio).toBeCloseTo(1, 12);
  // The standard error is ln 2, times t of one degree of freedom.
  expect(Math.log(high)).toBeCloseTo(12.706 * Math.LN2, 9);
  expect(low * high).toBeCloseTo(1, 9);
});
