import { expect, test } from '@jest/globals';
import { millisecondsText, secondsText } from './durations.ts';

test.each([
  [null, 'no data'],
  [0, '0 s'],
  [4.26, '4.3 s'],
  [119, '119 s'],
  [180, '3 min'],
  [7200, '2 h'],
  [9000, '2.5 h'],
])('a duration of %p s is %s', (value, text) => expect(secondsText(value)).toBe(text));

test.each([
  [null, 'no data'],
  [0, '0 ms'],
  [999, '999 ms'],
  [1500, '1.5 s'],
])('a duration of %p ms is %s', (value, text) => expect(millisecondsText(value)).toBe(text));
