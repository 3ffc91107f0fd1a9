import { expect, test } from '@jest/globals';
import { inUnit, otherTotal, unitHead, unitOf } from './units.ts';

test.each([
  [{ counted: 'postings', postings: 12_345, jobs: 11_800 }, '; 11,800 jobs'],
  [{ counted: 'jobs', postings: 12_345, jobs: 1 }, '; 12,345 postings'],
  [{ counted: 'jobs', jobs: 1 }, ''],
  [{}, ''],
] as const)('behind the total of %j stands “%s”', (result, text) => expect(otherTotal(result)).toBe(text));

test('a result that does not say what it counted has counted postings', () => {
  expect([unitOf({}), unitOf({ counted: 'jobs' })]).toEqual(['postings', 'jobs']);
});

test('a number has its unit, in the singular and in the plural, and a column its head', () => {
  expect([inUnit(1, 'jobs'), inUnit(0, 'jobs'), inUnit(1, 'postings'), inUnit(2, 'postings')]).toEqual([
    ...['1 job', '0 jobs', '1 posting', '2 postings'],
  ]);
  expect([unitHead('jobs'), unitHead('postings')]).toEqual(['Jobs', 'Postings']);
});
