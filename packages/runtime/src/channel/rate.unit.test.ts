import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createAllowance } from './allowance.ts';
import { createRate } from './rate.ts';

test('a steady stream has its own rate, whatever the batches, and one that stops comes to 0', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 20 }), (perSecond, seconds) => {
      const clock = { ms: 0 };
      const rate = createRate(() => clock.ms);
      for (let at = 0; at < seconds; at += 1) {
        rate.add(perSecond);
        clock.ms += 1000;
      }
      expect(rate.perSecond()).toBe(perSecond);
      clock.ms += 5000;
      expect(rate.perSecond()).toBe(0);
    }),
  );
});

test('an allowance is used up, and there again in the next second', () => {
  const clock = { ms: 999 };
  const allowed = createAllowance(2, () => clock.ms);
  expect([allowed(), allowed(), allowed()]).toEqual([true, true, false]);
  clock.ms += 1;
  expect(allowed()).toBe(true);
});
