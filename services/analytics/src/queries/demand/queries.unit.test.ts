import { expect, test } from '@jest/globals';
import type { DemandQuery } from '@skillstream/contracts';
import { bothOf } from '../both-counts.ts';
import { createDemandQueries, type MonthlyCounts } from './queries.ts';

const found = (model: 'views' | 'facts'): MonthlyCounts => ({
  months: new Map(
    ['2025-01', '2025-02'].map((month) => [
      month,
      {
        population: bothOf(2, 1),
        skills: new Map([['go', bothOf(1, 0)]]),
        categories: new Map([['languages', bothOf(1, 1)]]),
      },
    ]),
  ),
  answeredFrom: { model, caughtUp: true, viewVersion: 'v1.1-x' },
});

/** Those that are counted above. */
const postings = ['2025-01', '2025-02'].flatMap((month) =>
  [['go'], []].map((skills) => ({
    ...{ month, skills, categories: skills.map(() => 'languages'), duplicate: skills.length === 0 },
    ...{ role: 'data', country: null, seniority: 'mid', workplace: 'remote', salaryUsd: null },
  })),
);

const setUp = (built = true) => {
  const asked: unknown[][] = [];
  const queries = createDemandQueries({
    views: async (...demandQuery) => {
      asked.push(['views', ...demandQuery]);
      return built ? found('views') : null;
    },
    countPostings: async (_, filter, createCounter) => {
      asked.push(['facts', filter]);
      const { add, counted } = createCounter();
      for (const posting of postings) add(posting);
      return { found: counted(), answeredFrom: found('facts').answeredFrom };
    },
    skillsOf: async (category) => new Set(category === 'languages' ? ['go'] : []),
  });
  return { asked, queries };
};

test.each<[string, DemandQuery, boolean, unknown[][]]>([
  ['a slice that is kept: the views', { from: '2025-01' }, true, [['views', 'all', { from: '2025-01' }]]],
  [
    'views that are being built: the facts',
    { role: 'data', to: '2025-02' },
    false,
    [
      ['views', 'role=data', { role: 'data', to: '2025-02' }],
      ['facts', { role: 'data', to: '2025-02' }],
    ],
  ],
  ['no slice: the facts', { seniority: 'mid' }, true, [['facts', { seniority: 'mid' }]]],
  ['via=facts: the facts', { via: 'facts', top: 3 }, true, [['facts', {}]]],
  ['via=views: the views', { via: 'views' }, true, [['views', 'all', {}]]],
  [
    'via=views without a materialized slice: the facts, as answeredFrom says',
    { via: 'views', workplace: 'remote' },
    true,
    [['facts', { workplace: 'remote' }]],
  ],
])('%s', async (_, query, built, expected) => {
  const { asked, queries } = setUp(built);
  const result = await queries.demand(query);
  expect(asked).toEqual(expected);
  expect(result.answeredFrom.model).toBe(expected.at(-1)![0]);
  asked.length = 0;
  await queries.trend('go', query);
  expect(asked).toEqual(expected);
});

test('demand sums the months, a trend lists them', async () => {
  const { queries } = setUp();
  expect(await queries.demand({ top: 1 })).toMatchObject({
    filter: {},
    population: 4,
    skills: [{ skillId: 'go', count: 2, population: 4 }],
  });
  expect((await queries.trend('go', {})).months.map(({ month, count }) => [month, count])).toEqual([
    ['2025-01', 1],
    ['2025-02', 1],
  ]);
});

test('of jobs are counted those that are asked for, beside the postings', async () => {
  const { asked, queries } = setUp();
  expect(await queries.demand({ count: 'jobs' })).toMatchObject({
    ...{ counted: 'jobs', filter: {}, population: 2, postings: 4, jobs: 2 },
    ...{ skills: [{ skillId: 'go', count: 2, population: 2, postings: 2, jobs: 2 }], categories: [] },
  });
  expect((await queries.demandOfAll({ count: 'jobs' })).categories).toMatchObject([
    { category: 'languages', count: 0, postings: 2, jobs: 0 },
  ]);
  expect(await queries.trend('go', { count: 'jobs' })).toMatchObject({
    ...{ counted: 'jobs', postings: 4, jobs: 2 },
    months: [{ count: 1, population: 1 }, { count: 1 }],
  });
  // The unit is no filter: it must not narrow what is read.
  for (const [, ...rest] of asked) expect(JSON.stringify(rest)).not.toContain('jobs');
});

test('a result from the facts in place of the views has no version: no cache serves it once the views are built', async () => {
  const nameOf = async (query: DemandQuery, built: boolean) =>
    (await setUp(built).queries.demand(query)).answeredFrom.viewVersion;
  expect(await nameOf({ role: 'data' }, false)).toBeNull();
  expect(await nameOf({ role: 'data' }, true)).toBe('v1.1-x');
  expect(await nameOf({ via: 'facts' }, false)).toBe('v1.1-x');
  expect(await nameOf({ seniority: 'mid' }, false)).toBe('v1.1-x');
});

test('a category limits the skills and categories that are shown, not the population', async () => {
  const { queries } = setUp();
  expect(await queries.demand({ category: 'languages' })).toMatchObject({
    ...{ filter: { category: 'languages' }, population: 4 },
    ...{ skills: [{ skillId: 'go', count: 2 }], categories: [{ category: 'languages', count: 2 }] },
  });
  expect(await queries.demand({ category: 'cloud', top: 1 })).toMatchObject({
    ...{ population: 4, skills: [], categories: [] },
  });
});

test('a trend of a skill that is not in the category is refused, naming the field', async () => {
  const { queries } = setUp();
  expect((await queries.trend('go', { category: 'languages' })).months).toHaveLength(2);
  await expect(queries.trend('go', { category: 'cloud' })).rejects.toMatchObject({
    code: 'unprocessable',
    context: { faults: [expect.objectContaining({ path: 'category' })] },
  });
});
