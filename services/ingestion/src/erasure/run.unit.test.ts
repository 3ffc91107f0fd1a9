import { expect, test } from '@jest/globals';
import { askedToo, failedOnce, MOST_TEXTS, type Chosen } from './run.ts';

const many = Array.from({ length: MOST_TEXTS }, (_, i) => `text ${i}`);

test.each<[string, { chosen: Chosen } | null, Chosen, Chosen | undefined]>([
  ['the first wish is the next run', null, ['abc'], ['abc']],
  ['texts add up, each once', { chosen: ['abc'] }, ['abc', 'def'], ['abc', 'def']],
  ['everything includes every text', { chosen: ['abc'] }, null, null],
  ['a text adds nothing to everything', { chosen: null }, ['abc'], null],
  ['no more than a bounded number wait', { chosen: many }, ['one more'], undefined],
  ['of a full list each may be asked for again', { chosen: many }, ['text 7'], many],
])('asked for while one runs: %s', (_what, waiting, more, next) => {
  expect(askedToo(waiting, more)).toEqual(next);
});

test('a failure is tried again after its pause, however many there were', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const what = { reason: 'MongoDB cannot be reached', now, pauseMs: 1500 };
  expect(failedOnce({ failures: 0 }, what)).toEqual({
    ...{ failures: 1, reason: 'MongoDB cannot be reached' },
    retryAt: new Date('2026-01-01T00:00:01.500Z'),
  });
  expect(failedOnce({ failures: 9999 }, what)).toEqual({
    ...{ failures: 10_000, reason: 'MongoDB cannot be reached' },
    retryAt: new Date('2026-01-01T00:00:01.500Z'),
  });
});
