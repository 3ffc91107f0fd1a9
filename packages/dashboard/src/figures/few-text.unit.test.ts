import { expect, test } from '@jest/globals';
import { fewText } from './few-text.ts';

test.each([
  [1, 'Only 1 posting: so few say little of the market.'],
  [19, 'Only 19 postings: so few say little of the market.'],
  [20, null],
  [0, null],
  [undefined, null],
])('of %s postings a figure says %s', (population, text) => expect(fewText(population)).toBe(text));
