import { expect, test } from '@jest/globals';
import { bothOf } from '../both-counts.ts';
import { demandResultOf, measure, measureBoth, trendResultOf, withoutZeros } from './results.ts';
import { addCounts, addView, emptyCounts, type Counts } from './counts.ts';

const from = { model: 'views', caughtUp: true, viewVersion: 'v1.1-x' } as const;
const unit = 'postings' as const;
const each = (numbers: Record<string, number>) =>
  new Map(Object.entries(numbers).map(([name, n]) => [name, bothOf(n, 0)]));
/** Counts of postings of which none is a duplicate. */
const counts = (population: number, skills: Record<string, number>, categories = {}): Counts => ({
  population: bothOf(population, 0),
  skills: each(skills),
  categories: each(categories),
});

test('the most asked for is first, ties are by name, and zero counts are left out', () => {
  const found = counts(10, { sql: 4, go: 7, rust: 4, cobol: 0 }, { data: 4, languages: 9 });
  const result = demandResultOf({ role: 'data' }, found, from, { unit });
  expect(result).toMatchObject({ filter: { role: 'data' }, population: 10, answeredFrom: from });
  expect(result.skills.map(({ skillId, count }) => [skillId, count])).toEqual([
    ['go', 7],
    ['rust', 4],
    ['sql', 4],
  ]);
  expect(result.categories.map(({ category }) => category)).toEqual(['languages', 'data']);
  expect(result.skills[0]).toEqual({ skillId: 'go', ...measure(7, 10), postings: 7, jobs: 7 });
});

test('top cuts the skills, not the categories', () => {
  const found = counts(3, { a: 3, b: 2, c: 1 }, { x: 2, y: 1 });
  const result = demandResultOf({}, found, from, { unit, top: 2 });
  expect(result.skills.map(({ skillId }) => skillId)).toEqual(['a', 'b']);
  expect(result.categories).toHaveLength(2);
});

test('an empty population gives empty lists, and its share is null', () => {
  expect(demandResultOf({}, emptyCounts(), from, { unit })).toMatchObject({
    population: 0,
    skills: [],
    categories: [],
  });
  expect(measure(0, 0)).toEqual({ population: 0, count: 0, share: null, low: null, high: null });
});

test('a trend lists each month that has postings, with zeros where the skill is absent', () => {
  const months = new Map([
    ['2025-02', counts(4, { go: 1 })],
    ['2024-12', counts(2, { sql: 1 })],
    ['2025-01', counts(0, {})],
  ]);
  expect(trendResultOf('go', {}, months, from, unit)).toEqual({
    skillId: 'go',
    filter: {},
    counted: 'postings',
    ...{ postings: 6, jobs: 6 },
    months: [
      { month: '2024-12', ...measure(0, 2), postings: 0, jobs: 0 },
      { month: '2025-02', ...measure(1, 4), postings: 1, jobs: 1 },
    ],
    answeredFrom: from,
  });
});

test('of jobs the order and the shares are theirs, and what only duplicates name is left out at the end', () => {
  const found: Counts = {
    population: bothOf(10, 4),
    skills: new Map([
      ['go', bothOf(7, 4)],
      ['sql', bothOf(5, 0)],
      ['c', bothOf(2, 2)],
    ]),
    categories: new Map([['data', bothOf(1, 1)]]),
  };
  const result = demandResultOf({}, found, from, { unit: 'jobs' });
  expect(result).toMatchObject({ counted: 'jobs', population: 6, postings: 10, jobs: 6 });
  expect(result.skills).toEqual([
    { skillId: 'sql', ...measure(5, 6), postings: 5, jobs: 5 },
    { skillId: 'go', ...measure(3, 6), postings: 7, jobs: 3 },
    { skillId: 'c', ...measure(0, 6), postings: 2, jobs: 0 },
  ]);
  expect(withoutZeros(result)).toEqual({ ...result, skills: result.skills.slice(0, 2), categories: [] });
});

test('a month of duplicates alone stays in a trend of jobs, without a share', () => {
  const months = new Map([['2025-01', { ...emptyCounts(), population: bothOf(3, 3) }]]);
  expect(trendResultOf('go', {}, months, from, 'jobs')).toMatchObject({
    ...{ counted: 'jobs', postings: 3, jobs: 0 },
    months: [{ month: '2025-01', ...measureBoth(bothOf(0, 0), bothOf(3, 3), 'jobs'), share: null }],
  });
});

test('the fields of a view and the counts of facts add up to the same', () => {
  const [fromViews, fromFacts] = [emptyCounts(), emptyCounts()];
  const fields = { n: 2, 's:go': 1, 's:n': 2, 'c:languages': 2, 'dup:n': 1, 'dup:s:n': 1 };
  for (let twice = 0; twice < 2; twice += 1) {
    addView(fromViews, new Map(Object.entries(fields)));
    const facts = counts(2, { go: 1, n: 2 }, { languages: 2 });
    facts.skills.set('n', bothOf(2, 1));
    addCounts(fromFacts, { ...facts, population: bothOf(2, 1) });
  }
  const sum = counts(4, { go: 2, n: 4 }, { languages: 4 });
  sum.skills.set('n', bothOf(4, 2));
  expect(fromViews).toEqual({ ...sum, population: bothOf(4, 2) });
  expect(fromFacts).toEqual(fromViews);
});
