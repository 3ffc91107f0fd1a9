import { expect, test } from '@jest/globals';
import { snapshotOf } from './snapshot-of.ts';

const NOW = 1_750_000_000_000;
const untaken = { headMs: NOW - 2000, takenMs: null, caughtUpMs: null };

test('a partition is shown with its lag, and one whose position is unknown is not shown as unread', () => {
  const states = [
    { partition: 0, fetchPosition: 5, end: 9, untaken },
    { partition: 1, fetchPosition: 7, end: -1, untaken },
    { partition: 2, fetchPosition: -1, end: 9, untaken },
  ];
  expect(snapshotOf(states, NOW)).toEqual([
    { partition: 0, position: 5, end: 9, lag: 4, oldestSeconds: 2 },
    { partition: 1, position: 7, end: 7, lag: 0, oldestSeconds: 0 },
  ]);
});
