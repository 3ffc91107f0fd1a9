import { expect, test } from '@jest/globals';
import { monthsBySource } from './months-by-source.ts';

test.each([
  ['', {}],
  ['greenhouse=12', { greenhouse: 12 }],
  [' greenhouse=12 , sample=0,', { greenhouse: 12, sample: 0 }],
  ['constructor=1', { constructor: 1 }],
])('%j is %j', (text, months) => {
  expect(monthsBySource.parse(text)).toEqual(months);
});

test.each([
  'greenhouse',
  'greenhouse=',
  'greenhouse=1.5',
  'greenhouse=-1',
  'Green House=1',
  'a=1,a=2',
  'a=1201',
  '=3',
])('%j is refused, and named', (text) => {
  const { success, error } = monthsBySource.safeParse(text);
  expect(success).toBe(false);
  expect(error!.issues[0]!.message).toMatch(/like greenhouse=12|twice|at most/);
});
