import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dueAtMs, dueBy } from './schedule.ts';

test.each([
  [-1, 0],
  [0, 1],
  [99, 1],
  [100, 2],
  [950, 10],
  [10_000, 15],
])('at ten a second and 15 in all, after %s ms %s are due', (elapsedMs, count) => {
  expect(dueBy(elapsedMs, { perSecond: 10, total: 15 })).toBe(count);
});

test('at any rate and time: whatever is due by then is due, and the next one is not', () => {
  const total = 1_000_000;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 1e8, noNaN: true }),
      (perSecond, ms) => {
        const schedule = { perSecond, total };
        const count = dueBy(ms, schedule);
        expect(dueAtMs(count - 1, schedule)).toBeLessThanOrEqual(ms);
        if (count < total) expect(dueAtMs(count + 1, schedule)).toBeGreaterThan(ms);
      },
    ),
  );
});
