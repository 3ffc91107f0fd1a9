import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AnsweredFrom, DemandFilter, PostingFilter } from '@skillstream/contracts';
import fc from 'fast-check';
import { createCompareSkills } from '../src/queries/compare/compare-skills.ts';
import { questionsAbout } from './both-models.ts';
import { anyContribution } from './contributions.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const events = fc.array(
  fc.record({ postingId: fc.nat(90).map((n) => `p${n}`), contribution: anyContribution }),
  { minLength: 40, maxLength: 150 },
);
type Events = typeof events extends fc.Arbitrary<infer E> ? E : never;

// Whole years of all postings, or of a role; then what no view is kept for.
const yearly: DemandFilter[] = [
  {},
  { from: '2025-01' },
  { to: '2024-12' },
  { from: '2024-01', to: '2024-12' },
];
const others: DemandFilter[] = [
  { country: 'DE' },
  { workplace: 'remote', from: '2025-01' },
  { from: '2025-02' },
];
const role: DemandFilter = { role: 'data', from: '2025-01' };

const latestOf = (logs: Events[], filter: DemandFilter) =>
  logs
    .flatMap((log) => [
      ...new Map(log.map(({ postingId, contribution }) => [postingId, contribution])).values(),
    ])
    .flatMap((one) => (one.retracted ? [] : [one]))
    .filter(
      (one) =>
        (!filter.role || one.role === filter.role) &&
        (!filter.country || one.country === filter.country) &&
        (!filter.workplace || one.workplace === filter.workplace) &&
        (!filter.from || one.month! >= filter.from) &&
        (!filter.to || one.month! <= filter.to),
    );

/** Asks both ways, and expects the same of both. */
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

test('pairs and pay are the same from the views and from the facts, and those of the postings themselves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(events, events), async (logs) => {
      const questions = await questionsAbout(world, logs);
      for (const filter of [...yearly, ...others, role]) {
        const kept = yearly.includes(filter);
        const left = latestOf(logs, filter);
        const named = left.filter(({ skills }) => skills.includes('rust'));
        const pairs = await bothWays(
          (via) => questions.pairs('rust', { ...filter, via }),
          kept ? 'views' : 'facts',
        );
        expect(pairs).toMatchObject({ population: left.length, count: named.length, filter });
        for (const { skillId, count } of pairs.pairs)
          expect(count).toBe(named.filter(({ skills }) => skills.includes(skillId)).length);

        const paid = (list: typeof left) => list.filter(({ salaryUsd }) => salaryUsd).length;
        const byRole = kept || filter === role ? 'views' : 'facts';
        const salary = await bothWays((via) => questions.salary('rust', { ...filter, via }), byRole);
        expect([salary.with.count, salary.without.count]).toEqual([paid(named), paid(left) - paid(named)]);
        const roles = await bothWays((via) => questions.salaries({ ...filter, via }), byRole);
        expect(roles.all.count).toBe(paid(left));
        const levels = await bothWays(
          (via) => questions.salaries({ ...filter, by: 'seniority', via }),
          'facts',
        );
        for (const { name, count } of levels.groups)
          expect(count).toBe(paid(left.filter(({ seniority }) => seniority === name)));
      }
    }),
    { numRuns: 8 },
  );
});

test('a category shows its skills alone, their pay too, the same both ways and with the same numbers', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (log) => {
      const questions = await questionsAbout(world, [log]);
      const left = latestOf([log], {});
      const categoryOf = new Map(
        left.flatMap(({ skills, skillCategories }) =>
          skills.map((skill, i) => [skill, skillCategories[i]!] as const),
        ),
      );
      const ask = { category: 'languages' };
      for (const answer of [questions.demand, (q: object) => questions.pairs('sql', q)]) {
        const rows = async (query: object) => {
          const found = (await answer(query)) as {
            skills?: { skillId: string }[];
            pairs?: { skillId: string }[];
          };
          return (found.pairs ?? found.skills)!;
        };
        const expected = (await rows({})).filter(({ skillId }) => categoryOf.get(skillId) === 'languages');
        expect(await rows({ ...ask, via: 'views' })).toEqual(expected);
        expect(await rows({ ...ask, via: 'facts' })).toEqual(expected);
      }
      const salaries = await bothWays((via) => questions.salaries({ ...ask, via }), 'views');
      const { skills: _, filter: __, ...rest } = salaries;
      expect({ ...rest, filter: {} }).toEqual(await questions.salaries({}));
      for (const { skillId, ...pay } of salaries.skills!)
        expect(pay).toEqual((await questions.salary(skillId, {})).with);
      const paid = left.filter(({ salaryUsd }) => salaryUsd).flatMap(({ skills }) => skills);
      expect(salaries.skills!.map(({ skillId }) => skillId).sort()).toEqual(
        [...new Set(paid)].filter((skill) => categoryOf.get(skill) === 'languages').sort(),
      );
      expect((await questions.demand({ category: 'nothing' })).skills).toEqual([]);
    }),
    { numRuns: 6 },
  );
});

test('two skills side by side are their trends and their pay', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (log) => {
      const questions = await questionsAbout(world, [log]);
      const compareSkills = createCompareSkills(questions);
      for (const filter of [{}, { role: 'data' }, { country: 'DE' }] as PostingFilter[]) {
        const answer = await bothWays(
          (via) => compareSkills({ a: 'go', b: 'sql', ...filter, via }),
          filter.country ? 'facts' : 'views',
        );
        const { skills, population } = await questions.demand(filter);
        for (const side of [answer.a, answer.b]) {
          const { skillId, pay, ...share } = side;
          expect(share.population).toBe(population);
          expect(share.count).toBe(skills.find((skill) => skill.skillId === skillId)?.count ?? 0);
          expect(pay).toEqual((await questions.salary(skillId, filter)).with);
        }
        const months = (await questions.trend('sql', filter)).months;
        expect(answer.months.map(({ month, b }) => ({ month, ...b }))).toEqual(months);
      }
    }),
    { numRuns: 6 },
  );
});

test('no quantile is given of fewer than twenty stated pays, whichever model answers', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (log) => {
      const questions = await questionsAbout(world, [log]);
      for (const via of ['views', 'facts'] as const) {
        const { all, groups } = await questions.salaries({ via });
        for (const { count, median } of [all, ...groups]) expect(median === null).toBe(count < 20);
      }
    }),
    { numRuns: 8 },
  );
});
