import { expect, test } from '@jest/globals';
import { createClock, DAY, HOUR, MINUTE } from './clock.ts';

test.each([
  [1, 30, '30s'],
  [1, 5 * MINUTE, '5m'],
  [1, 6 * HOUR, '6h'],
  [1, 30 * DAY, '30d'],
  [1, 90 * MINUTE, '90m'],
  [60, 30, '500ms'],
  [60, HOUR, '1m'],
  [60, 3 * DAY, '72m'],
])('at the scale %d, %d s are written %s', (scale, seconds, written) => {
  expect(createClock(scale).span(seconds)).toBe(written);
});

test('what PromQL has no duration for throws', () => {
  expect(() => createClock(7).span(30)).toThrow('no duration of PromQL');
  expect(() => createClock().span(0)).toThrow('no duration of PromQL');
});
