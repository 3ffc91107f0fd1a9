import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Expectation } from './schema.ts';
import { verdictOf, verdictOfAll } from './verdict.ts';

const between = { between: { low: 0.7, high: 0.8 } };

test.each<[string, number, number, Expectation, string]>([
  ['all above the least', 0.61, 0.65, { atLeast: 0.6 }, 'holds'],
  ['from the least on', 0.6, 0.65, { atLeast: 0.6 }, 'holds'],
  ['over the least', 0.55, 0.65, { atLeast: 0.6 }, 'too-little-data'],
  ['up to the least, which belongs to it', 0.5, 0.6, { atLeast: 0.6 }, 'too-little-data'],
  ['all below the least', 0.5, 0.59, { atLeast: 0.6 }, 'does-not-hold'],
  ['all above an open end', 0.61, 0.65, { moreThan: 0.6 }, 'holds'],
  ['from an open end on', 0.6, 0.65, { moreThan: 0.6 }, 'too-little-data'],
  ['up to an open end', 0.5, 0.6, { moreThan: 0.6 }, 'does-not-hold'],
  ['all below the most', 0.1, 0.2, { atMost: 0.2 }, 'holds'],
  ['over the most', 0.1, 0.3, { atMost: 0.2 }, 'too-little-data'],
  ['all above the most', 0.21, 0.3, { atMost: 0.2 }, 'does-not-hold'],
  ['up to an open upper end', 0.1, 0.2, { lessThan: 0.2 }, 'too-little-data'],
  ['from an open upper end on', 0.2, 0.3, { lessThan: 0.2 }, 'does-not-hold'],
  ['inside a range', 0.7, 0.8, between, 'holds'],
  ['around a range', 0.6, 0.9, between, 'too-little-data'],
  ['over its lower end', 0.6, 0.75, between, 'too-little-data'],
  ['over its upper end', 0.75, 0.85, between, 'too-little-data'],
  ['below a range', 0.5, 0.6, between, 'does-not-hold'],
  ['above a range', 0.81, 0.9, between, 'does-not-hold'],
])('an interval %s: %d to %d against %j %s', (_, low, high, expected, verdict) => {
  expect(verdictOf({ low, high }, expected)).toBe(verdict);
});

const numbers = fc.integer({ min: 0, max: 20 }).map((n) => n / 20);
const interval = fc.tuple(numbers, numbers).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const expectation: fc.Arbitrary<Expectation> = fc.oneof(
  numbers.map((atLeast) => ({ atLeast })),
  numbers.map((moreThan) => ({ moreThan })),
  numbers.map((atMost) => ({ atMost })),
  numbers.map((lessThan) => ({ lessThan })),
  interval.map((range) => ({ between: range })),
);
const inside = (value: number, e: Expectation) =>
  (e.atLeast === undefined || value >= e.atLeast) &&
  (e.moreThan === undefined || value > e.moreThan) &&
  (e.atMost === undefined || value <= e.atMost) &&
  (e.lessThan === undefined || value < e.lessThan) &&
  (!e.between || (value >= e.between.low && value <= e.between.high));

test('a verdict tells whether the claim is true for all, none or some of the values of the interval', () => {
  fc.assert(
    fc.property(interval, expectation, ({ low, high }, expected) => {
      // Nothing changes between two neighbours of the grid, so their midpoint represents all values there.
      const grid = Array.from({ length: 41 }, (_, i) => i / 40).filter((v) => v >= low && v <= high);
      const found = grid.filter((value) => inside(value, expected)).length;
      const wanted = found === grid.length ? 'holds' : found === 0 ? 'does-not-hold' : 'too-little-data';
      expect(verdictOf({ low, high }, expected)).toBe(wanted);
    }),
  );
});

test('a narrower interval never reverses a verdict', () => {
  fc.assert(
    fc.property(interval, interval, expectation, (wide, other, expected) => {
      const low = Math.max(wide.low, other.low);
      const high = Math.min(wide.high, other.high);
      fc.pre(low <= high);
      const before = verdictOf(wide, expected);
      if (before !== 'too-little-data') expect(verdictOf({ low, high }, expected)).toBe(before);
    }),
  );
});

test.each([
  [['holds', 'holds'], 'holds'],
  [['holds', 'too-little-data'], 'too-little-data'],
  [['holds', 'does-not-hold'], 'does-not-hold'],
  [['too-little-data', 'does-not-hold'], 'does-not-hold'],
  [[], 'too-little-data'],
] as const)('the verdicts %j of regions combine to %s', (verdicts, whole) => {
  expect(verdictOfAll(verdicts)).toBe(whole);
});
