import { expect, test } from '@jest/globals';
import { difference, differenceInFull } from './numbers.ts';

test.each([
  [-0.53, /^−53[.,]0 pp$/],
  [0.012, /^\+1[.,]2 pp$/],
  [0, /^0[.,]0 pp$/],
  [null, /^–$/],
])('the difference %s has its sign as a sign, not as a hyphen', (value, text) =>
  expect(difference(value)).toMatch(text),
);

test('a difference in full has the same sign', () =>
  expect(differenceInFull(-0.53)).toMatch(/^−53[.,]0 percentage points$/));
