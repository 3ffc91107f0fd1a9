import { expect, test } from '@jest/globals';
import { inUnit, totalsText, unitOf } from './units.ts';

test.each([
  [{ counted: 'postings', postings: 2400, jobs: 1 }, '2,400 postings, 1 job'],
  [{ counted: 'jobs', postings: 2400, jobs: 2100 }, '2,100 jobs, 2,400 postings'],
  [{}, '7 postings'],
  [{ counted: 'jobs', jobs: 7 }, '7 jobs'],
] as const)('the total of %j is “%s”', (result, text) => expect(totalsText(result, 7)).toBe(text));

test('a result that does not say what it counted has counted postings', () => {
  expect([unitOf({}), inUnit(1, unitOf({})), inUnit(2, 'jobs')]).toEqual(['postings', '1 posting', '2 jobs']);
});
