import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CountUnit, DemandFilter } from '@skillstream/contracts';
import fc from 'fast-check';
import { parseReports } from '../src/queries/report/parse-reports.ts';
import { queriesAbout } from './both-models.ts';
import { anyEvents, countingOf } from './contributions.ts';
import { createFixture, type Fixture } from './fixture.ts';
import { filtered, livingIn } from './living.ts';
import { smallReport } from './small-report.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const models = ['views', 'facts'] as const;
const reports = parseReports({ 'small.yaml': smallReport });
type Queries = Awaited<ReturnType<typeof queriesAbout>>;
type Row = { count: number; postings?: number; jobs?: number };
const numbersOf = ({ count, postings, jobs }: Row) => ({ count, postings, jobs });
const byName = <R extends Row>(rows: readonly R[], name: keyof R) =>
  Object.fromEntries(rows.map((row) => [row[name], numbersOf(row)]));

type Living = ReturnType<typeof livingIn>;
/** How many postings and jobs there are, by plain comparisons. */
const both = (list: Living) => ({
  postings: list.length,
  jobs: list.filter(({ duplicate }) => !duplicate).length,
});
const row = (list: Living, unit: CountUnit) => ({ count: both(list)[unit], ...both(list) });
/** The rows of each name with the counts of the postings that have it, without those that count nothing. */
const rowsOf = (living: Living, unit: CountUnit, namesOf: (one: Living[number]) => readonly string[]) => {
  const names = [...new Set(living.flatMap(namesOf))];
  const rows = names.map(
    (name) =>
      [
        name,
        row(
          living.filter((one) => namesOf(one).includes(name)),
          unit,
        ),
      ] as const,
  );
  return Object.fromEntries(rows.filter(([, { count }]) => count > 0));
};

const filters: DemandFilter[] = [
  {},
  { origin: 'all' },
  { role: 'data', country: 'DE' },
  { from: '2025-01' },
  { workplace: 'remote', source: 'two' },
];

const checkDemand = async (queries: Queries, living: Living, asked: DemandFilter, count: CountUnit) => {
  const left = filtered(living, asked);
  for (const via of models) {
    const demand = await queries.demand({ ...asked, count, via });
    expect(demand).toMatchObject({ counted: count, population: both(left)[count], ...both(left) });
    expect(byName(demand.skills, 'skillId')).toEqual(rowsOf(left, count, ({ skills }) => skills));
    expect(byName(demand.categories, 'category')).toEqual(
      rowsOf(left, count, ({ categories }) => categories),
    );
    const trend = await queries.trend('go', { ...asked, count, via });
    expect(trend).toMatchObject({ counted: count, ...both(left) });
    const ofGo = (month: string) => left.filter((one) => one.month === month && one.skills.includes('go'));
    for (const { month, ...share } of trend.months) {
      expect(numbersOf(share)).toEqual(row(ofGo(month), count));
      expect(share.population).toBe(both(left.filter((one) => one.month === month))[count]);
    }
    const { role: _, ...anyRole } = asked;
    const roles = await queries.roles({ ...anyRole, count, via });
    expect(byName(roles.roles, 'role')).toEqual(
      rowsOf(filtered(living, anyRole), count, ({ role }) => [role]),
    );
  }
};

const checkPostings = async (queries: Queries, living: Living, asked: DemandFilter, count: CountUnit) => {
  const left = filtered(living, asked);
  const naming = left.filter(({ skills }) => skills.includes('go'));
  const paid = (list: Living) => list.filter(({ salaryUsd }) => salaryUsd);
  for (const via of models) {
    const pairs = await queries.pairs('go', { ...asked, count, via });
    expect(pairs).toMatchObject({ counted: count, count: both(naming)[count], ...both(left) });
    const others = rowsOf(naming, count, ({ skills }) => skills.filter((skill) => skill !== 'go'));
    expect(byName(pairs.pairs, 'skillId')).toEqual(others);
    const salary = await queries.salary('go', { ...asked, count, via });
    expect(numbersOf(salary.with)).toEqual(row(paid(naming), count));
    expect(numbersOf(salary.without)).toEqual(
      row(paid(left.filter(({ skills }) => !skills.includes('go'))), count),
    );
    const salaries = await queries.salaries({ ...asked, count, via });
    expect(numbersOf(salaries.all)).toEqual(row(paid(left), count));
    expect(byName(salaries.groups, 'name')).toEqual(rowsOf(paid(left), count, ({ role }) => [role]));
    const two = await queries.compareSkills({ ...asked, a: 'go', b: 'sql', count, via });
    expect(two).toMatchObject({ counted: count, ...both(left) });
    expect(numbersOf(two.a)).toEqual(row(naming, count));
  }
};

const checkOthers = async (queries: Queries, living: Living, count: CountUnit) => {
  const of = (role: string) => filtered(living, { role } as DemandFilter);
  const compared = await queries.compare({ by: 'role', a: 'data', b: 'backend', count });
  for (const side of [compared.a, compared.b])
    expect(side).toMatchObject({ ...both(of(side.name)), population: both(of(side.name))[count] });
  for (const { skillId, a, b } of compared.skills) {
    const naming = (role: string) => of(role).filter(({ skills }) => skills.includes(skillId));
    expect([numbersOf(a), numbersOf(b)]).toEqual([row(naming('data'), count), row(naming('backend'), count)]);
  }
  const report = (await queries.reports.result('small', { count }))!;
  const about = filtered(living, report.filter);
  expect(report).toMatchObject({ counted: count, population: both(about)[count], ...both(about) });
};

test('jobs are the postings whose last event does not make them duplicates, in every answer, from views and facts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(anyEvents, anyEvents), async (logs) => {
      const queries = await queriesAbout(fixture, logs, reports);
      const living = livingIn(logs);
      for (const count of ['postings', 'jobs'] as const) {
        for (const asked of filters) {
          await checkDemand(queries, living, asked, count);
          await checkPostings(queries, living, asked, count);
        }
        await checkOthers(queries, living, count);
      }
    }),
    { numRuns: 15 },
  );
});

const posting = (postingId: string, duplicate: boolean, version = 1) => ({
  postingId,
  contribution: countingOf(['go', 'sql'], { duplicate, version, salaryUsd: 90_000 }),
});

test('a demotion takes a job from every answer and no posting, and a promotion gives one back', async () => {
  const begun = [posting('a', false), posting('b', false)];
  const demoted = [...begun, posting('b', true, 2)];
  const promoted = [...demoted, posting('b', false, 3), posting('a', true, 2)];
  const retracted = [
    ...promoted,
    { postingId: 'b', contribution: { retracted: true as const, source: 'one', version: 4 } },
    posting('a', false, 3),
  ];
  const totals = async (log: (typeof retracted)[number][]) => {
    const queries = await queriesAbout(fixture, [log]);
    return Promise.all(
      models.map(async (via) => {
        const [{ postings, jobs, skills }, { sources }, { all }] = [
          await queries.demand({ count: 'jobs', via }),
          await queries.sources({ via }),
          await queries.salaries({ count: 'jobs', via }),
        ];
        return [[postings, jobs], skills[0]!.count, [sources[0]!.postings, sources[0]!.jobs], all.count];
      }),
    );
  };
  const same = (found: unknown) => [found, found];
  expect(await totals(begun)).toEqual(same([[2, 2], 2, [2, 2], 2]));
  expect(await totals(demoted)).toEqual(same([[2, 1], 1, [2, 1], 1]));
  expect(await totals(promoted)).toEqual(same([[2, 1], 1, [2, 1], 1]));
  expect(await totals(retracted)).toEqual(same([[1, 1], 1, [1, 1], 1]));
});

test('a job is in the slices of its primary alone, and jobs add over months', async () => {
  const at = (postingId: string, month: string, country: string, duplicate: boolean) => ({
    postingId,
    contribution: countingOf(['go'], { month, country, duplicate }),
  });
  const queries = await queriesAbout(fixture, [
    [at('a', '2025-01', 'DE', false), at('b', '2025-01', 'US', true), at('c', '2025-02', 'US', true)],
  ]);
  for (const via of models) {
    const jobs = async (filter: DemandFilter) =>
      (await queries.demand({ ...filter, count: 'jobs', via })).population;
    expect([await jobs({}), await jobs({ country: 'DE' }), await jobs({ country: 'US' })]).toEqual([1, 1, 0]);
    const months = (await queries.trend('go', { count: 'jobs', via })).months;
    expect(months.map(({ month, count, postings }) => [month, count, postings])).toEqual([
      ['2025-01', 1, 2],
      ['2025-02', 0, 1],
    ]);
  }
});

test('a fact says so only where it is a duplicate: those of an earlier release count as jobs', async () => {
  const stores = fixture.fresh();
  await stores.facts.position(0);
  await stores.facts.write([{ ...posting('a', true), partition: 0, offset: 0 }]);
  await stores.facts.write([{ ...posting('b', false), partition: 0, offset: 1 }]);
  expect(await stores.facts.facts().find({ primary: false }).toArray()).toMatchObject([{ _id: 'a' }]);
  expect(await stores.facts.facts().findOne({ _id: 'b' })).not.toHaveProperty('primary');
});

test('duplicates are counted by source through an index that no other posting is in', async () => {
  const { facts } = fixture.fresh();
  await facts.position(0);
  const index = { name: 'duplicates', key: { primary: 1, source: 1 } };
  expect(await facts.facts().indexes()).toContainEqual(expect.objectContaining(index));
});
