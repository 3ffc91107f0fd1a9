import { expect, test } from '@jest/globals';
import { lagOf } from './lag.ts';

const ends = [
  { partition: 0, low: 0, high: 10 },
  { partition: 1, low: 5, high: 8 },
];

test.each([
  [
    'all read here',
    [
      [0, 10],
      [1, 8],
    ],
    [],
    0,
  ],
  [
    'one partition behind here',
    [
      [0, 7],
      [1, 8],
    ],
    [],
    3,
  ],
  [
    'what compaction took away is no lag',
    [
      [0, 10],
      [1, 0],
    ],
    [],
    3,
  ],
  ['a closing marker is no lag of another replica', [[0, 10]], [[1, 7]], 0],
  ['a record and its marker are lag of another replica', [[0, 10]], [[1, 6]], 2],
  ['a log that ends before what was taken of it is all lag', [[0, 10]], [[1, 1000]], 3],
  ['nobody has read yet', [], [], 13],
] as [string, [number, number][], [number, number][], number][])('%s', (_, acquire, committed, lag) => {
  expect(lagOf(ends, new Map(acquire), new Map(committed))).toBe(lag);
});
