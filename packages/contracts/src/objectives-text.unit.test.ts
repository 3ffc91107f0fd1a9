import { expect, test } from '@jest/globals';
import { knownOfLongest, ownTimes } from './objectives-text.ts';

const lengths = { '5m': 300, '30m': 1_800, '1h': 3_600, '6h': 21_600 };
/** What each window knows after so long, the gap in the longest one left out. */
const after = (watchedSeconds: number, gapSeconds = 0) =>
  Object.entries(lengths).map(([window, seconds], index) => ({
    ...{ window, knownSeconds: Math.min(seconds - (window === '6h' ? gapSeconds : 0), watchedSeconds) },
    ...{ events: 9, errors: 1, times: index },
  }));

test.each([
  [71, [0, undefined, undefined, undefined]],
  [300, [0, undefined, undefined, undefined]],
  [420, [0, 1, undefined, undefined]],
  [90_000, [0, 1, 2, 3]],
])('after %d s a window that knows no more than the one before it says nothing: %j', (seconds, times) =>
  expect(ownTimes(after(seconds))).toEqual(times),
);

test('a gap leaves no window out, and that nothing happened is not that nothing is known', () => {
  expect(ownTimes(after(90_000, 60))).toEqual([0, 1, 2, 3]);
  expect(ownTimes(after(90_000).map((one) => ({ ...one, times: null })))).toEqual([null, null, null, null]);
});

test('what is known is what the longest window knows', () => {
  expect(knownOfLongest(after(420))).toBe(420);
  expect(knownOfLongest(after(90_000))).toBeNull();
  expect(knownOfLongest([])).toBe(0);
});
