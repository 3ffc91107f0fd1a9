import { expect, test } from '@jest/globals';
import { fewInMonthsText, fewText } from './few-text.ts';

test.each([
  [1, 'Only 1 posting: so few say little of the market.'],
  [19, 'Only 19 postings: so few say little of the market.'],
  [20, null],
  [0, null],
  [undefined, null],
])('of %s postings a figure says %s', (population, text) => expect(fewText(population)).toBe(text));

test.each([
  [[3, 2, 4, 3, 3, 3, 2, 2], 'All months have fewer than 20 postings: so few say little of the market.'],
  [[19, 19, 20], 'Most months have fewer than 20 postings: so few say little of the market.'],
  [[3, 4], 'Only 7 postings: so few say little of the market.'],
  [[19, 20], null],
  [[], null],
])('of months of %j postings a figure says %s', (populations, text) =>
  expect(fewInMonthsText(populations)).toBe(text),
);

test('of jobs it says that they are jobs', () => {
  expect(fewText(1, 'jobs')).toBe('Only 1 job: so few say little of the market.');
  expect(fewInMonthsText([19, 19, 20], 'jobs')).toContain('fewer than 20 jobs');
});
