import { expect, test } from '@jest/globals';
import { demandResultOf, measure, trendResultOf } from './results.ts';
import { addCounts, addView, emptyCounts, type Counts } from './counts.ts';

const from = { model: 'views', caughtUp: true, viewVersion: 'v1.1-x' } as const;
const counts = (population: number, skills: Record<string, number>, categories = {}): Counts => ({
  population,
  skills: new Map(Object.entries(skills)),
  categories: new Map(Object.entries(categories)),
});

test('the most asked for is first, ties are by name, and zero counts are left out', () => {
  const found = counts(10, { sql: 4, go: 7, rust: 4, cobol: 0 }, { data: 4, languages: 9 });
  const result = demandResultOf({ role: 'data' }, found, undefined, from);
  expect(result).toMatchObject({ filter: { role: 'data' }, population: 10, answeredFrom: from });
  expect(result.skills.map(({ skillId, count }) => [skillId, count])).toEqual([
    ['go', 7],
    ['rust', 4],
    ['sql', 4],
  ]);
  expect(result.categories.map(({ category }) => category)).toEqual(['languages', 'data']);
  expect(result.skills[0]).toEqual({ skillId: 'go', ...measure(7, 10) });
});

test('top cuts the skills, not the categories', () => {
  const found = counts(3, { a: 3, b: 2, c: 1 }, { x: 2, y: 1 });
  const result = demandResultOf({}, found, 2, from);
  expect(result.skills.map(({ skillId }) => skillId)).toEqual(['a', 'b']);
  expect(result.categories).toHaveLength(2);
});

test('an empty population gives empty lists, and its share is null', () => {
  expect(demandResultOf({}, emptyCounts(), undefined, from)).toMatchObject({
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
  expect(trendResultOf('go', {}, months, from)).toEqual({
    skillId: 'go',
    filter: {},
    months: [
      { month: '2024-12', ...measure(0, 2) },
      { month: '2025-02', ...measure(1, 4) },
    ],
    answeredFrom: from,
  });
});

test('the fields of a view and the counts of facts add up to the same', () => {
  const [fromViews, fromFacts] = [emptyCounts(), emptyCounts()];
  const fields = { n: 2, 's:go': 1, 's:n': 2, 'c:languages': 2 };
  for (let twice = 0; twice < 2; twice += 1) {
    addView(fromViews, new Map(Object.entries(fields)));
    addCounts(fromFacts, counts(2, { go: 1, n: 2 }, { languages: 2 }));
  }
  expect(fromViews).toEqual(counts(4, { go: 2, n: 4 }, { languages: 4 }));
  expect(fromFacts).toEqual(fromViews);
});
