import { expect, test } from '@jest/globals';
import { backlogOf, isOld } from './is-old.ts';

const partition = (owner: string | null, ageSeconds: number) => ({
  ...{ partition: 0, position: 9, end: 9, lag: 0, oldestSeconds: 0 },
  ...{ owner, ageSeconds },
});

test.each([
  ['a', 0, false],
  ['a', 3, false],
  ['a', 3.1, true],
  [null, 0, true],
])('figures read by %s and %d s old are old: %s', (owner, ageSeconds, old) =>
  expect(isOld({ owner, ageSeconds })).toBe(old),
);

test('a group of which one partition is not known now has no lag, and not the 0 of before', () => {
  const known = { lag: 0, oldestSeconds: 0, partitions: [partition('a', 0), partition('b', 1)] };
  expect(backlogOf(known)).toEqual({ lag: 0, oldestSeconds: 0 });
  const none = { lag: null, oldestSeconds: null };
  expect(backlogOf({ ...known, partitions: [partition('a', 0), partition('b', 4)] })).toEqual(none);
  expect(backlogOf({ ...known, partitions: [partition('a', 0), partition(null, 1)] })).toEqual(none);
});
