import { expect, test } from '@jest/globals';
import { compare, scoreOf } from './score.ts';

test('what both sets have is a true positive, what only one has is a false positive or negative', () => {
  expect(compare(new Set(['a', 'b', 'c']), new Set(['b', 'c', 'd', 'e']))).toEqual({
    right: 2,
    wrong: 2,
    missed: 1,
  });
});

test('precision, recall and F1 follow their definitions, and are 0 for empty counts', () => {
  expect(scoreOf({ right: 2, wrong: 2, missed: 1 })).toEqual({
    precision: 0.5,
    recall: 2 / 3,
    f1: (2 * 0.5 * (2 / 3)) / (0.5 + 2 / 3),
  });
  expect(scoreOf({ right: 0, wrong: 0, missed: 0 })).toEqual({ precision: 0, recall: 0, f1: 0 });
});
