import { expect, test } from '@jest/globals';
import type { LogEntry } from '../platform/read-log.ts';
import { account } from './account.ts';

const entry = (partition: number, offset: number, eventId: string): LogEntry => ({
  ...{ partition, offset, eventId, postingId: eventId, version: 1, retracted: false },
});

test('every accepted event once in the log: nothing lost, nothing twice', () => {
  const log = [entry(0, 0, 'a'), entry(0, 1, 'b'), entry(1, 0, 'c')];
  expect(account(new Set(['a', 'b', 'c']), log)).toEqual({ accepted: 3, lost: [], twice: [], repeated: 0 });
});

test('an event that is not in the log is lost', () => {
  expect(account(new Set(['a', 'b']), [entry(0, 0, 'a')])).toMatchObject({ accepted: 2, lost: ['b'] });
});

test('an event that stands twice without a marker in between is twice, with one it is a repeat', () => {
  const within = [entry(0, 5, 'a'), entry(0, 6, 'b'), entry(0, 7, 'a')];
  expect(account(new Set(['a', 'b']), within)).toMatchObject({ twice: ['a'], repeated: 0 });
  // Offset 7 is the marker of the first transaction.
  const later = [entry(0, 5, 'a'), entry(0, 6, 'b'), entry(0, 8, 'a')];
  expect(account(new Set(['a', 'b']), later)).toMatchObject({ twice: [], repeated: 1 });
});

test('offsets of one partition say nothing about another', () => {
  const log = [entry(0, 5, 'a'), entry(1, 6, 'b'), entry(0, 6, 'a')];
  expect(account(new Set(['a', 'b']), log)).toMatchObject({ twice: ['a'] });
});
