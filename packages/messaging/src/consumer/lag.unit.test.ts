import { expect, test } from '@jest/globals';
import { lagOf } from './lag.ts';

const ends = [
  { partition: 0, low: 0, high: 10 },
  { partition: 1, low: 5, high: 8 },
];

test.each([
  [
    'everything is read by this process',
    [
      [0, 10],
      [1, 8],
    ],
    [],
    0,
  ],
  [
    'this process is behind on one partition',
    [
      [0, 7],
      [1, 8],
    ],
    [],
    3,
  ],
  [
    'records removed by compaction are no lag',
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
