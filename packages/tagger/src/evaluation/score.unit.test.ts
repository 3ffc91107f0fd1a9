import { expect, test } from '@jest/globals';
import { compare, scoreOf } from './score.ts';

test('what both have is right, what only one has is wrong or missed', () => {
  expect(compare(new Set(['a', 'b', 'c']), new Set(['b', 'c', 'd', 'e']))).toEqual({
    right: 2,
    wrong: 2,
    missed: 1,
  });
});

test('precision, recall and F1 by their definitions, and 0 where there is nothing', () => {
  expect(scoreOf({ right: 2, wrong: 2, missed: 1 })).toEqual({
    precision: 0.5,
    recall: 2 / 3,
    f1: (2 * 0.5 * (2 / 3)) / (0.5 + 2 / 3),
  });
  expect(scoreOf({ right: 0, wrong: 0, missed: 0 })).toEqual({ precision: 0, recall: 0, f1: 0 });
});
