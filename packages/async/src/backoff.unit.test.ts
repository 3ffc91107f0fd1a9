import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { backoffMs, createBackoff, createRestartPause, sleep } from './backoff.ts';

const options = fc
  .record({ firstMs: fc.integer({ min: 1, max: 5000 }), factor: fc.integer({ min: 1, max: 1000 }) })
  .map(({ firstMs, factor }) => ({ firstMs, maxMs: firstMs * factor }));
const attempt = fc.nat({ max: 2000 });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('a wait is never above the most, and never below half of the first', () => {
  fc.assert(
    fc.property(attempt, options, random, (n, o, r) => {
      const ms = backoffMs(n, o, r);
      expect(ms).toBeLessThanOrEqual(o.maxMs);
      expect(ms).toBeGreaterThanOrEqual(Math.floor(o.firstMs / 2));
    }),
  );
});

test('with the same luck a later wait is never shorter, and doubles until the most is reached', () => {
  fc.assert(
    fc.property(attempt, options, random, (n, o, r) => {
      expect(backoffMs(n + 1, o, r)).toBeGreaterThanOrEqual(backoffMs(n, o, r));
    }),
  );
  const waits = [0, 1, 2, 3, 4].map((n) => backoffMs(n, { firstMs: 100, maxMs: 1000 }, 0));
  expect(waits).toEqual([50, 100, 200, 400, 500]);
});

test('the luck spreads waits over the upper half', () => {
  expect(backoffMs(0, { firstMs: 100, maxMs: 1000 }, 0.5)).toBe(75);
  expect(backoffMs(0, { firstMs: 100, maxMs: 1000 }, 0.99)).toBe(100);
});

test('sleeping ends at once when the signal aborts, before or meanwhile', async () => {
  await sleep(3_600_000, AbortSignal.abort());
  const stop = new AbortController();
  const slept = sleep(3_600_000, stop.signal);
  stop.abort();
  await expect(slept).resolves.toBeUndefined();
});

test('attempts in a row wait longer each, and begin anew after a success', () => {
  const backoff = createBackoff({ firstMs: 100, maxMs: 1000 }, () => 0);
  expect([backoff.nextMs(), backoff.nextMs(), backoff.nextMs()]).toEqual([50, 100, 200]);
  backoff.reset();
  expect(backoff.nextMs()).toBe(50);
});

test('what ends soon again and again is started later each time, and at once after it ran for a while', () => {
  const pauseMs = createRestartPause(() => 0);
  expect([10, 10, 10, 10, 10, 10, 10].map(pauseMs)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
  expect([31_000, 10].map(pauseMs)).toEqual([0, 250]);
});
