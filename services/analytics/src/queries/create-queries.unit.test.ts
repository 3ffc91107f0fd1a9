import { expect, test } from '@jest/globals';
import type { Stores } from '../stores/stores-of.ts';
import { createQueries } from './create-queries.ts';
import { createFactLimits } from './fact-limits.ts';

const MANY = 1000;
const fact = {
  ...{ month: '2025-01', role: 'data', country: 'DE', seniority: 'mid', workplace: 'remote' },
  ...{ skills: ['go', 'sql'], categories: ['languages'], salaryUsd: 90_000 },
};

/** Queries over facts of one source, which nobody is given before the test lets them go. */
const setUp = (patienceMs?: number) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let readings = 0;
  const facts = {
    checkpoints: async () => [{ _id: 0, position: 7, live: true }],
    facts: () => ({
      find: () => {
        readings += 1;
        const all = async function* () {
          await released;
          for (let i = 0; i < MANY; i += 1) yield fact;
        };
        return { project: all };
      },
    }),
  };
  const queries = createQueries({
    context: {
      current: () => null,
      stores: async () => ({ version: 'v', facts }) as unknown as Stores,
      partitions: async () => 1,
    },
    ...{ reports: [], maxAgeMs: 1000, now: Date.now },
    limits: createFactLimits({ ...(patienceMs !== undefined && { patienceMs }) }),
  });
  return { queries, release, readings: () => readings };
};

test('a question that was cut off is answered when it is asked again, without a second reading', async () => {
  const { queries, release, readings } = setUp(20);
  const ask = () => queries.demand({ source: 'ashby', top: 1 });
  for (let times = 0; times < 3; times += 1)
    await expect(ask()).rejects.toMatchObject({ code: 'overloaded' });
  release();
  await new Promise(setImmediate);
  const answer = await ask();
  expect(answer).toMatchObject({ postings: MANY, skills: [{ skillId: 'go', count: MANY }] });
  expect(answer.answeredFrom).toMatchObject({ model: 'facts', viewVersion: expect.stringMatching(/^v-/) });
  expect(readings()).toBe(1);
});

test('one reading answers demand of a source in any length, unit and order of filters, and its trends', async () => {
  const { queries, release, readings } = setUp();
  release();
  const source = 'ashby';
  const asked = await Promise.all([
    queries.demand({ source, country: 'DE' }),
    queries.demand({ country: 'DE', source, top: 1 }),
    queries.demand({ source, country: 'DE', count: 'jobs' }),
    queries.demand({ source, country: 'DE', via: 'facts' }),
    queries.trend('go', { source, country: 'DE' }),
  ]);
  expect(asked.map(({ postings }) => postings)).toEqual([MANY, MANY, MANY, MANY, MANY]);
  expect(readings()).toBe(1);
  const other = await queries.demand({ source, country: 'FR' });
  expect(other.filter).toEqual({ source, country: 'FR', origin: 'own' });
  expect(readings()).toBe(2);
});

test('questions about other things of the same postings do not share what they count', async () => {
  const { queries, release, readings } = setUp();
  release();
  const source = 'ashby';
  const [demand, roles, go, sql, pay, byCountry] = [
    await queries.demand({ source }),
    await queries.roles({ source }),
    await queries.pairs('go', { source }),
    await queries.pairs('sql', { source }),
    await queries.salaries({ source }),
    await queries.salaries({ source, by: 'country' }),
  ];
  expect([demand.postings, roles.roles, go.pairs, sql.pairs]).toMatchObject([
    MANY,
    [{ role: 'data', count: MANY }],
    [{ skillId: 'sql', count: MANY }],
    [{ skillId: 'go', count: MANY }],
  ]);
  expect([pay.groups, byCountry.groups]).toMatchObject([[{ name: 'data' }], [{ name: 'DE' }]]);
  expect(readings()).toBe(6);
});
