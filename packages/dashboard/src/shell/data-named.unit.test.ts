import { describe, expect, test } from '@jest/globals';
import { leftOutText, madeUpText, namesText, sourcesOf } from './data-named.ts';

const hn = { source: 'hn', origin: 'own', postings: 3 } as const;
const lever = { source: 'lever', origin: 'own', postings: 5 } as const;
const sample = { source: 'sample', origin: 'sample', postings: 40 } as const;
const result = (filter: { source?: string; origin?: 'own' | 'sample' | 'all' }, population = 1) => ({
  filter,
  population,
});
const EVERY = 'Sample data: every posting is made up.';
const SOME = 'Some of it is made-up sample data.';

describe('that data is made up is said', () => {
  test.each([
    ['of the sample', result({ origin: 'sample' }), [hn, sample], EVERY],
    ['of the sample, before its sources are known', result({ origin: 'sample' }), undefined, EVERY],
    ['of the sample by its name', result({ source: 'sample', origin: 'sample' }), [sample], EVERY],
    ['of both', result({ origin: 'all' }), [hn, sample], SOME],
    ['of both, before the sources are known', result({ origin: 'all' }), undefined, SOME],
    ['of both, where nothing is own', result({ origin: 'all' }), [sample], EVERY],
    ['by a release that names no origin', result({}), [hn, sample], SOME],
  ])('%s', (_name, of, sources, text) => expect(madeUpText(of, sources)).toBe(text));

  test.each([
    ['of own postings, though the sample is loaded', result({ origin: 'own' }), [hn, sample]],
    ['of a source of own postings', result({ source: 'hn', origin: 'own' }), [hn, sample]],
    ['of both, where there is no sample', result({ origin: 'all' }), [hn]],
    ['while nothing is counted', result({ origin: 'sample' }, 0), []],
  ])('not %s', (_name, of, sources) => expect(madeUpText(of, sources)).toBeNull());
});

test('the sources are those that a result counts, the largest first', () => {
  const all = [hn, sample, lever];
  expect(sourcesOf(result({ origin: 'own' }), all)).toEqual(['lever', 'hn']);
  expect(sourcesOf(result({ origin: 'sample' }), all)).toEqual(['sample']);
  expect(sourcesOf(result({ origin: 'all' }), all)).toEqual(['sample', 'lever', 'hn']);
  expect(sourcesOf(result({ source: 'hn', origin: 'own' }), all)).toEqual(['hn']);
});

test('that the sample is left out is said where nobody chose so', () => {
  const own = result({ origin: 'own' });
  expect(leftOutText({}, own, [hn, sample])).toContain('not in the market’s numbers');
  expect(leftOutText({ origin: 'own' }, own, [hn, sample])).toBeNull();
  expect(leftOutText({ source: 'hn' }, own, [hn, sample])).toBeNull();
  expect(leftOutText({}, own, [hn])).toBeNull();
  expect(leftOutText({}, result({ origin: 'sample' }), [sample])).toBeNull();
});

test.each([
  [1, 's1'],
  [5, 's1, s2, s3, s4, s5'],
  [6, 's1, s2, s3, s4, s5 and 1 more source'],
  [7, 's1, s2, s3, s4, s5 and 2 more sources'],
])('of %d sources five are named, and the rest is counted', (length, text) => {
  expect(namesText(Array.from({ length }, (_, index) => `s${index + 1}`))).toBe(text);
});
