import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { liftIntervalOf } from './lift-interval.ts';

const liftOf = ({ population, count, other, both }: Parameters<typeof liftIntervalOf>[0]) =>
  (both * population) / (count * other);

const counts = fc
  .record({ both: fc.nat(200), alone: fc.nat(200), beside: fc.nat(200), neither: fc.nat(2000) })
  .filter(({ both }) => both > 0)
  .map(({ both, alone, beside, neither }) => ({
    ...{ population: both + alone + beside + neither, count: both + alone, other: both + beside, both },
  }));

test('the interval of a lift holds it, is of numbers, and narrows with more postings of the same shares', () => {
  fc.assert(
    fc.property(counts, (one) => {
      const { liftLow, liftHigh } = liftIntervalOf(one);
      const lift = liftOf(one);
      expect(liftLow).toBeGreaterThanOrEqual(0);
      expect(liftLow).toBeLessThanOrEqual(lift * (1 + 1e-12));
      expect(liftHigh).toBeGreaterThanOrEqual(lift * (1 - 1e-12));
      expect(Number.isFinite(liftHigh)).toBe(true);
      const { population, count, other, both } = one;
      const more = liftIntervalOf({
        ...{ population: population * 9, count: count * 9, other: other * 9, both: both * 9 },
      });
      expect(more.liftHigh / more.liftLow).toBeLessThanOrEqual((liftHigh / liftLow) * (1 + 1e-12));
    }),
  );
});

test.each([
  ['all ask for the skill', { population: 40, count: 40, other: 10, both: 10 }, [1, 1]],
  ['few ask for it, each with the other', { population: 2400, count: 3, other: 100, both: 3 }, [10.4, 29.1]],
  ['nobody of the rest asks for the other', { population: 100, count: 20, other: 5, both: 5 }, [2.6, 7.5]],
])('is wide enough where %s', (_name, one, [low, high]) => {
  const { liftLow, liftHigh } = liftIntervalOf(one);
  expect(liftLow).toBeCloseTo(low!, 0);
  expect(liftHigh).toBeCloseTo(high!, 0);
});

// Numerical Recipes' generator, so that it is the same each time.
const createRandom = () => {
  let seed = 12345;
  return () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
};

describe('of samples of postings the interval holds the true lift nearly 95 times of 100', () => {
  test.each([
    { population: 200, part: 0.1, those: 0.5, rest: 0.1 },
    { population: 500, part: 0.3, those: 0.9, rest: 0.5 },
    { population: 100, part: 0.2, those: 0.95, rest: 0.05 },
    { population: 400, part: 0.05, those: 0.4, rest: 0.4 },
  ])('%j', ({ population, part, those, rest }) => {
    const random = createRandom();
    const lift = those / (part * those + (1 - part) * rest);
    let [held, samples] = [0, 0];
    for (let sample = 0; sample < 1000; sample += 1) {
      const found = { population, count: 0, other: 0, both: 0 };
      for (let posting = 0; posting < population; posting += 1) {
        const asks = random() < part;
        const asksOther = random() < (asks ? those : rest);
        found.count += Number(asks);
        found.other += Number(asksOther);
        found.both += Number(asks && asksOther);
      }
      if (found.both === 0) continue;
      const { liftLow, liftHigh } = liftIntervalOf(found);
      samples += 1;
      held += Number(liftLow <= lift && lift <= liftHigh);
    }
    expect(held / samples).toBeGreaterThan(0.93);
    expect(held / samples).toBeLessThan(0.98);
  });
});
