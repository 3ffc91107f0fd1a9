import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { msToNextPhase, phaseOf } from './phase-of.ts';

const hour = { fromMs: 0, untilMs: 3_600_000 };
const short = { fromMs: 0, untilMs: 10_000 };

test.each([
  [null, 1e15, 'good'],
  [hour, 0, 'good'],
  [hour, 3_539_999, 'good'],
  [hour, 3_540_000, 'due'],
  [hour, 3_599_999, 'due'],
  [hour, 3_600_000, 'over'],
  [short, 7_999, 'good'],
  [short, 8_000, 'due'],
  [short, 10_000, 'over'],
])('a token of %j is at %i ms %s', (validity, nowMs, phase) => expect(phaseOf(validity, nowMs)).toBe(phase));

test('the next phase begins when it is said, and not before', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (lifeMs, nowMs) => {
      const validity = { fromMs: 0, untilMs: lifeMs };
      const phase = phaseOf(validity, nowMs);
      const ms = msToNextPhase(validity, nowMs);
      expect(ms === null).toBe(phase === 'over');
      if (ms === null) return;
      expect(ms).toBeGreaterThan(0);
      expect(phaseOf(validity, nowMs + Math.ceil(ms))).not.toBe(phase);
    }),
  ));
