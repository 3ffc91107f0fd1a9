import { describe, expect, test } from '@jest/globals';
import type { Owner } from './owner.ts';
import { statusOf } from './status.ts';

const owner: Owner = { next: 0, take: async () => 0 };
const state = (partition: number, fetchPosition: number, end: number, held: Owner | null = owner) => ({
  partition,
  owner: held,
  fetchPosition,
  end,
});

test('each partition reports its next offset, the end of the log and the distance; the lag is their sum', () => {
  expect(statusOf('g', 't', [state(0, 7, 10), state(4, 5, 5)])).toEqual({
    group: 'g',
    topic: 't',
    partitions: [
      { partition: 0, next: 7, end: 10, lag: 3 },
      { partition: 4, next: 5, end: 5, lag: 0 },
    ],
    lag: 3,
    caughtUp: false,
  });
});

test('a partition about which nothing is known yet shows no negative numbers', () => {
  expect(statusOf('g', 't', [state(0, -1, -1, null)]).partitions).toEqual([
    { partition: 0, next: 0, end: 0, lag: 0 },
  ]);
});

describe('caught up', () => {
  test.each([
    ['every partition read to the end', [state(0, 10, 10), state(1, 0, 0)], true],
    ['read past the end that was last seen', [state(0, 12, 10)], true],
    ['one partition behind', [state(0, 10, 10), state(1, 9, 10)], false],
    ['one partition not acquired yet', [state(0, 10, 10), state(1, 10, 10, null)], false],
    ['an end that was never seen', [state(0, 0, -1)], false],
    ['no partition at all', [], false],
  ])('%s: %#', (_, states, caughtUp) => {
    expect(statusOf('g', 't', states).caughtUp).toBe(caughtUp);
  });
});
