import { expect, test } from '@jest/globals';
import { newCounts } from './counts.ts';
import { loadSummary } from './load-summary.ts';
import { createReasons } from './reasons.ts';

const summaryOf = (
  counts: Partial<ReturnType<typeof newCounts>>,
  countedSeconds: number | null,
  linking?: { waiting: number },
) =>
  loadSummary({
    ...{ outcome: { ...newCounts(), ...counts }, loadSeconds: 1.24, countedSeconds, linking },
    ...{ reportFile: null, cwd: '/', reasons: createReasons() },
  }).split('\n');

test.each([
  [{ accepted: 10_000 }, 4, '2,500 postings/s from the first accepted to the last counted (4.0 s)'],
  [{ accepted: 10_000 }, 1.9, 'all counted 1.9 s after the first was accepted'],
  [{ accepted: 3 }, 4, 'all counted 4.0 s after the first was accepted'],
  [{ accepted: 10_000, resent: 1 }, 4, 'all counted 4.0 s after the first was accepted'],
  [{ resent: 7 }, 0, 'all counted'],
  [{ unchanged: 7 }, 4, undefined],
  [{ accepted: 7 }, null, undefined],
])('of %p, counted after %p s, a rate is told only where it means one', (counts, seconds, line) => {
  expect(summaryOf(counts, seconds)[1]).toBe(line);
});

test('the results add up, those that were sent again apart', () => {
  expect(summaryOf({ accepted: 1, unchanged: 2, rejected: 3 }, null)).toEqual([
    '6 postings sent in 1.2 s: 1 accepted, 2 unchanged, 3 rejected',
  ]);
  expect(summaryOf({ accepted: 1, resent: 2 }, null)).toEqual([
    '3 postings sent in 1.2 s: 1 accepted, 0 unchanged, 0 rejected, 2 accepted or unchanged (sent again after a break)',
  ]);
});

test('a load says at its end that jobs are not final, and nothing of it where no posting waits to be linked', () => {
  expect(summaryOf({ accepted: 3 }, 4, { waiting: 104 })[2]).toBe(
    '104 postings are still to be compared: the number of jobs is not final',
  );
  expect(summaryOf({ accepted: 3 }, 4, { waiting: 0 })).toHaveLength(2);
});
