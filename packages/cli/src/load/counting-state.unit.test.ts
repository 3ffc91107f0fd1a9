import { expect, test } from '@jest/globals';
import { createStallTimer } from './counting-state.ts';

test('nothing changes since what is seen was first seen, whatever was seen before', () => {
  const stillSince = createStallTimer<object>();
  expect([
    stillSince({ n: 1 }, 10),
    stillSince({ n: 1 }, 20),
    stillSince({ n: 2 }, 30),
    stillSince({ n: 1 }, 40),
    stillSince({ n: 1 }, 50),
  ]).toEqual([10, 10, 30, 40, 40]);
});
