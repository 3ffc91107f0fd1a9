import { expect, test } from '@jest/globals';
import { createRestartPause } from './restart-pause.ts';

test('what ends soon again and again is started later each time, and at once after it ran for a while', () => {
  const pauseMs = createRestartPause(() => 0);
  expect([10, 10, 10, 10, 10, 10, 10].map(pauseMs)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
  expect([31_000, 10].map(pauseMs)).toEqual([0, 250]);
});
