import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Origin } from '@skillstream/contracts';
import type { Contribution } from '../src/contribution/contribution.ts';
import { parseReports } from '../src/queries/report/parse-reports.ts';
import { queriesAbout } from './both-models.ts';
import { countingOf } from './contributions.ts';
import { createFixture, type Fixture } from './fixture.ts';
import { smallReport } from './small-report.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

type Event = { postingId: string; contribution: Contribution };
const posting = (source: string, n: number): Event => ({
  postingId: `${source}-${n}`,
  contribution: countingOf(['go', 'sql'], { source, role: 'backend', country: 'DE', salaryUsd: 90_000 }),
});
const sample = Array.from({ length: 5 }, (_, n) => posting('sample', n));
const own = [posting('hn', 1), posting('ashby', 1)];
const reports = parseReports({ 'small.yaml': smallReport });

type Asked = { origin?: Origin; source?: string };
/** Every query, with how many postings it counted and the filter that it says. */
const askAll = async (logs: Event[][], asked: Asked, via?: 'views' | 'facts') => {
  const queries = await queriesAbout(fixture, logs, reports);
  const query = { ...asked, via };
  const [demand, roles, pairs] = [
    await queries.demand(query),
    await queries.roles(query),
    await queries.pairs('go', query),
  ];
  const [trend, salary, salaries] = [
    await queries.trend('go', query),
    await queries.salary('go', query),
    await queries.salaries(query),
  ];
  const compared = await queries.compare({ ...asked, by: 'role', a: 'backend', b: 'data' });
  const skills = await queries.compareSkills({ ...query, a: 'go', b: 'sql' });
  const report = (await queries.reports.result('small', asked))!;
  return {
    demand: [demand.population, demand.filter.origin],
    roles: [roles.roles[0]?.count ?? 0, roles.filter.origin],
    pairs: [pairs.population, pairs.filter.origin],
    trend: [trend.months[0]?.population ?? 0, trend.filter.origin],
    salary: [salary.with.count, salary.filter.origin],
    salaries: [salaries.all.count, salaries.filter.origin],
    compare: [compared.a.population, compared.a.filter.origin],
    compareSkills: [skills.a.population, skills.filter.origin],
    report: [report.population, report.filter.origin],
  };
};
const allAre = (...counted: [population: number, origin: Origin]) =>
  Object.fromEntries(
    [
      ...['demand', 'roles', 'pairs', 'trend', 'salary'],
      ...['salaries', 'compare', 'compareSkills', 'report'],
    ].map((name) => [name, counted]),
  );

const mixed = [[...sample, own[0]!], [own[1]!]];
const retracted = own.map(({ postingId, contribution }) => ({
  postingId,
  contribution: { retracted: true as const, source: contribution.source, version: 2 },
}));

test.each(['views', 'facts'] as const)(
  'own postings are never mixed with the sample unseen: every query counts one of them, and says which, from the %s',
  async (via) => {
    expect(await askAll(mixed, {}, via)).toEqual(allAre(2, 'own'));
    expect(await askAll(mixed, { origin: 'own' }, via)).toEqual(allAre(2, 'own'));
    expect(await askAll(mixed, { origin: 'sample' }, via)).toEqual(allAre(5, 'sample'));
    expect(await askAll(mixed, { origin: 'all' }, via)).toEqual(allAre(7, 'all'));
    expect(await askAll(mixed, { source: 'hn' }, via)).toEqual(allAre(1, 'own'));
    expect(await askAll(mixed, { source: 'sample' }, via)).toEqual(allAre(5, 'sample'));
  },
);

test.each(['views', 'facts'] as const)(
  'the sample is what is counted until there is an own posting, and again once the last is retracted, from the %s',
  async (via) => {
    expect(await askAll([sample], {}, via)).toEqual(allAre(5, 'sample'));
    const gone = [
      [...mixed[0]!, retracted[0]!],
      [...mixed[1]!, retracted[1]!],
    ];
    expect(await askAll(gone, {}, via)).toEqual(allAre(5, 'sample'));
  },
);

test('without any posting the result is empty, and of the sample', async () => {
  const queries = await queriesAbout(fixture, [[]]);
  expect(await queries.demand({})).toMatchObject({ population: 0, filter: { origin: 'sample' } });
});

test('a source that the origin excludes is refused', async () => {
  const queries = await queriesAbout(fixture, mixed);
  await expect(queries.demand({ source: 'hn', origin: 'sample' })).rejects.toMatchObject({
    code: 'unprocessable',
  });
});
