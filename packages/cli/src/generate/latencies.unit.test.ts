import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLatencies } from './latencies.ts';

test('a quantile is one of the latencies, by 2 % too high at the most, and the longest is exact', () => {
  const ms = fc.double({ min: 1, max: 1e8, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(ms, { minLength: 1 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (all, share) => {
        const latencies = createLatencies();
        for (const one of all) latencies.add(one);
        const sorted = all.toSorted((a, b) => a - b);
        const exact = sorted[Math.max(0, Math.ceil(share * all.length) - 1)]!;
        const found = latencies.quantileMs(share)!;
        expect(found).toBeGreaterThanOrEqual(exact * 0.999_999);
        expect(found).toBeLessThanOrEqual(exact * 1.02 * 1.000_001);
        expect([latencies.count(), latencies.longestMs()]).toEqual([all.length, sorted.at(-1)]);
      },
    ),
  );
});

test('without latencies there is no quantile, and a latency of nothing is no longer than the longest', () => {
  const latencies = createLatencies();
  expect(latencies.quantileMs(0.5)).toBeNull();
  latencies.add(0);
  expect(latencies.quantileMs(0.5)).toBe(0);
});
