import { expect, test } from '@jest/globals';
import { rangeEnds, rangeText } from './claimed-range.ts';

test.each([
  [{ atLeast: 0.5 }, 'at least 0.5', [0.5, 1]],
  [{ moreThan: 0.5, lessThan: 0.7 }, 'more than 0.5, less than 0.7', [0.5, 0.7]],
  [{ atMost: 0.2 }, 'at most 0.2', [0, 0.2]],
  [{ between: { low: 0.7, high: 0.8 } }, '0.7–0.8', [0.7, 0.8]],
])('%j is %s', (range, text, ends) => {
  expect(rangeText(range, String)).toBe(text);
  expect(rangeEnds(range, 0, 1)).toEqual(ends);
});
