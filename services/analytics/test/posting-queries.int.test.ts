import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AnsweredFrom, DemandFilter, PostingFilter } from '@skillstream/contracts';
import fc from 'fast-check';
import { queriesAbout } from './both-models.ts';
import { anyContribution } from './contributions.ts';
import { createFixture, type Fixture } from './fixture.ts';
import { filtered, livingIn } from './living.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const events = fc.array(
  fc.record({ postingId: fc.nat(90).map((n) => `p${n}`), contribution: anyContribution }),
  { minLength: 40, maxLength: 150 },
);
type Events = typeof events extends fc.Arbitrary<infer E> ? E : never;

// Whole years of all postings, or of a role; then queries without a view.
const yearly: DemandFilter[] = [
  {},
  { from: '2025-01' },
  { to: '2024-12' },
  { from: '2024-01', to: '2024-12' },
  { origin: 'all' },
  { origin: 'sample', from: '2025-01' },
];
const others: DemandFilter[] = [
  { country: 'DE' },
  { workplace: 'remote', from: '2025-01' },
  { from: '2025-02' },
  { source: 'two' },
  { source: 'sample', origin: 'all' },
  { origin: 'own', country: 'US' },
  { origin: 'sample', workplace: 'onsite' },
  { origin: 'all', country: 'DE' },
  { source: 'one', role: 'data', to: '2025-01' },
];
const role: DemandFilter = { role: 'data', from: '2025-01' };

const latestOf = (logs: Events[], filter: DemandFilter) => filtered(livingIn(logs), filter);

/** Runs a query on both read models, and expects equal results. */
const bothWays = async <A extends { answeredFrom: AnsweredFrom }>(
  ask: (via: 'views' | 'facts') => Promise<A>,
  model: 'views' | 'facts',
): Promise<A> => {
  const [views, facts] = await Promise.all([ask('views'), ask('facts')]);
  expect({ ...views, answeredFrom: null }).toEqual({ ...facts, answeredFrom: null });
  expect([views.answeredFrom.model, facts.answeredFrom.model]).toEqual([model, 'facts']);
  expect(views.answeredFrom.viewVersion).toBe(facts.answeredFrom.viewVersion);
  return views;
};

test('pairs and pay are the same from the views, from the facts and from a recount of the postings', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(events, events), async (logs) => {
      const queries = await queriesAbout(fixture, logs);
      for (const filter of [...yearly, ...others, role]) {
        const kept = yearly.includes(filter);
        const left = latestOf(logs, filter);
        const named = left.filter(({ skills }) => skills.includes('rust'));
        const pairs = await bothWays(
          (via) => queries.pairs('rust', { ...filter, via }),
          kept ? 'views' : 'facts',
        );
        expect(pairs).toMatchObject({
          ...{ population: left.length, count: named.length },
          filter: filter.source === 'sample' ? { source: 'sample', origin: 'sample' } : filter,
        });
        for (const { skillId, count } of pairs.pairs)
          expect(count).toBe(named.filter(({ skills }) => skills.includes(skillId)).length);

        const paid = (list: typeof left) => list.filter(({ salaryUsd }) => salaryUsd).length;
        const byRole = kept || filter === role ? 'views' : 'facts';
        const salary = await bothWays((via) => queries.salary('rust', { ...filter, via }), byRole);
        expect([salary.with.count, salary.without.count]).toEqual([paid(named), paid(left) - paid(named)]);
        const roles = await bothWays((via) => queries.salaries({ ...filter, via }), byRole);
        expect(roles.all.count).toBe(paid(left));
        const levels = await bothWays(
          (via) => queries.salaries({ ...filter, by: 'seniority', via }),
          'facts',
        );
        for (const { name, count } of levels.groups)
          expect(count).toBe(paid(left.filter(({ seniority }) => seniority === name)));
      }
    }),
    { numRuns: 8 },
  );
});

test('a category shows only its skills and their pay, the same from both read models and with unchanged numbers', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (log) => {
      const queries = await queriesAbout(fixture, [log]);
      const left = latestOf([log], {});
      const categoryOf = new Map(
        left.flatMap(({ skills, skillCategories }) =>
          skills.map((skill, i) => [skill, skillCategories[i]!] as const),
        ),
      );
      const ask = { category: 'languages' };
      for (const result of [queries.demand, (q: object) => queries.pairs('sql', q)]) {
        const rows = async (query: object) => {
          const found = (await result(query)) as {
            skills?: { skillId: string }[];
            pairs?: { skillId: string }[];
          };
          return (found.pairs ?? found.skills)!;
        };
        const expected = (await rows({})).filter(({ skillId }) => categoryOf.get(skillId) === 'languages');
        expect(await rows({ ...ask, via: 'views' })).toEqual(expected);
        expect(await rows({ ...ask, via: 'facts' })).toEqual(expected);
      }
      const salaries = await bothWays((via) => queries.salaries({ ...ask, via }), 'views');
      const { skills: _, filter: __, ...rest } = salaries;
      expect(await queries.salaries({})).toMatchObject(rest);
      for (const { skillId, ...pay } of salaries.skills!)
        expect(pay).toEqual((await queries.salary(skillId, {})).with);
      const paid = left.filter(({ salaryUsd }) => salaryUsd).flatMap(({ skills }) => skills);
      expect(salaries.skills!.map(({ skillId }) => skillId).sort()).toEqual(
        [...new Set(paid)].filter((skill) => categoryOf.get(skill) === 'languages').sort(),
      );
      expect((await queries.demand({ category: 'nothing' })).skills).toEqual([]);
    }),
    { numRuns: 6 },
  );
});

test('a comparison of two skills equals their trends and their pay', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (log) => {
      const queries = await queriesAbout(fixture, [log]);
      for (const filter of [{}, { role: 'data' }, { country: 'DE' }] as PostingFilter[]) {
        const result = await bothWays(
          (via) => queries.compareSkills({ a: 'go', b: 'sql', ...filter, via }),
          filter.country ? 'facts' : 'views',
        );
        const { skills, population } = await queries.demand(filter);
        for (const side of [result.a, result.b]) {
          const { skillId, pay, ...share } = side;
          expect(share.population).toBe(population);
          expect(share.count).toBe(skills.find((skill) => skill.skillId === skillId)?.count ?? 0);
          expect(pay).toEqual((await queries.salary(skillId, filter)).with);
        }
        const months = (await queries.trend('sql', filter)).months;
        expect(result.months.map(({ month, b }) => ({ month, ...b }))).toEqual(months);
      }
    }),
    { numRuns: 6 },
  );
});

test('no quantile is given for fewer than twenty stated salaries, from either read model', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (log) => {
      const queries = await queriesAbout(fixture, [log]);
      for (const via of ['views', 'facts'] as const) {
        const { all, groups } = await queries.salaries({ via });
        for (const { count, median } of [all, ...groups]) expect(median === null).toBe(count < 20);
      }
    }),
    { numRuns: 8 },
  );
});
