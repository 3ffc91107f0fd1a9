import { expect, test } from '@jest/globals';
import type { CompareResult, SkillSalaryResult } from '@skillstream/contracts';
import { compareTable, salariesTable, skillSalaryTable } from './comparison-tables.ts';

const share = (value: number) => ({
  ...{ population: 100, count: value * 100, share: value, low: value, high: value },
});
const compared = (by: CompareResult['by'], filter: CompareResult['a']['filter']): CompareResult => ({
  by,
  a: { name: 'one', filter, population: 1093 },
  b: { name: 'other', filter, population: 542 },
  skills: [
    { skillId: 'react', a: share(0.1), b: share(0.7), difference: 0.6, low: 0.55, high: 0.65 },
    { skillId: 'java', a: share(0.5), b: share(0.3), difference: -0.2, low: null, high: null },
  ],
  answeredFrom: { model: 'views', caughtUp: true, viewVersion: null },
});
const titleOf = (result: CompareResult) => compareTable(result).split('\n')[0];

test('the line above two sides says which postings both are of, and not what they differ in', () => {
  expect(titleOf(compared('role', { role: 'backend', origin: 'sample' }))).toBe(
    'one (1,093 postings) and other (542 postings) · the made-up sample · from views',
  );
  const filter = { country: 'DE', origin: 'own', from: '2024-01', to: '2024-06' } as const;
  expect(titleOf(compared('period', filter))).toBe(
    'one (1,093 postings) and other (542 postings) with country DE · own postings · from views',
  );
});

test('of distinct jobs each side has both totals', () => {
  const result = compared('role', { origin: 'own' });
  const [a, b] = [
    { ...result.a, postings: 1200, jobs: 1093 },
    { ...result.b, postings: 600, jobs: 542 },
  ];
  expect(titleOf({ ...result, counted: 'jobs', a, b })).toBe(
    'one (1,093 jobs, 1,200 postings) and other (542 jobs, 600 postings) · own postings · from views',
  );
});

test('pay says how many state one, in both units', () => {
  const pay = { p10: null, p25: null, median: null, p75: null, p90: null };
  const result: SkillSalaryResult = {
    ...{ skillId: 'go', filter: { origin: 'own' }, counted: 'jobs' },
    with: { ...pay, count: 3, postings: 4, jobs: 3 },
    without: { ...pay, count: 5, postings: 5, jobs: 5 },
    answeredFrom: { model: 'facts', caughtUp: true, viewVersion: null },
  };
  expect(skillSalaryTable(result)).toMatch(
    /^US dollars a year with go and without, stated by 8 jobs, 9 postings · own postings/,
  );
  const { counted: _, ...older } = result;
  const before = { ...pay, count: 3 };
  expect(skillSalaryTable({ ...older, with: before, without: before })).toContain('stated by 6 postings ·');
});

test('below pay stands how exact it is', () => {
  const pay = { count: 20, p10: 1, p25: 1, median: 1, p75: 1, p90: 1 };
  const answeredFrom = { model: 'views', caughtUp: true, viewVersion: null } as const;
  const said = /\neach figure is within 1 % of a pay that was stated, in steps of about 2 %$/;
  expect(skillSalaryTable({ skillId: 'go', filter: {}, with: pay, without: pay, answeredFrom })).toMatch(
    said,
  );
  expect(salariesTable({ by: 'role', filter: {}, all: pay, groups: [], answeredFrom })).toMatch(said);
});

test('a difference of shares is in percentage points, and no number where there is none', () => {
  const text = compareTable(compared('role', {}));
  expect(text).toMatch(/react +│ 10\.0 % │ 70\.0 % │ +\+60\.0 pp │ \+55\.0 pp – \+65\.0 pp/);
  expect(text).toMatch(/java +│ 50\.0 % │ 30\.0 % │ +-20\.0 pp │ +– – –/);
});
