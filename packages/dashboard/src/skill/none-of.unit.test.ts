import { expect, test } from '@jest/globals';
import { noneOf } from './none-of.ts';

// The first as published: Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I.
test.each([
  [20, 0.1611],
  [1, 0.7935],
  [3919, 0.001],
])('0 of %i postings may be up to %f of the market', (population, high) => {
  const { share, low, high: found } = noneOf(population);
  expect([share, low]).toEqual([0, 0]);
  expect(found).toBeCloseTo(high, 4);
});

test('0 of no postings is no share', () =>
  expect(noneOf(0)).toEqual({ population: 0, count: 0, share: null, low: null, high: null }));
