import { expect, test } from '@jest/globals';
import { oldestSecondsOf } from './untaken.ts';

const NOW = 1_750_000_000_000;
const ago = (seconds: number | null) => (seconds === null ? null : NOW - seconds * 1000);

test.each([
  ['nothing is left to read', 0, [900, 900, 900], 0],
  ['a batch is in hand or failed', 5, [12, 60, 30], 12],
  ['nothing was fetched since the last batch', 5, [null, 8, 30], 8],
  ['it was quiet for long before', 5, [null, 3600, 1.5], 1.5],
  ['it was just acquired, and nothing was fetched', 5, [null, null, null], null],
  ['a clock is ahead', 5, [-3, null, null], 0],
] as const)(
  'how long the oldest record waits is known where %s',
  (_, lag, [head, taken, caughtUp], seconds) => {
    const untaken = { headMs: ago(head), takenMs: ago(taken), caughtUpMs: ago(caughtUp) };
    expect(oldestSecondsOf(untaken, lag, NOW)).toBe(seconds);
  },
);
