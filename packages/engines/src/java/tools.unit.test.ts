import { expect, test } from '@jest/globals';
import { javaMajor } from './tools.ts';

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_402"', 8],
  ['openjdk version "21" 2023-09-19', 21],
  ['openjdk version "25-ea"', 25],
  ['no such thing', NaN],
])('%s is Java %d', (printed, major) => {
  expect(javaMajor(printed)).toBe(major);
});
