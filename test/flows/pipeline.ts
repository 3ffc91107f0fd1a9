import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { responseOf, createClient } from '@skillstream/client';
import {
  compareResult,
  compareSkillsResult,
  demandResult,
  pairsResult,
  reportResult,
  reportList,
  skillResult,
  skillsResult,
  sourcesResult,
  trendResult,
  type Ledger,
  type VerifyJob,
} from '@skillstream/contracts';
import { mostWanted, postingOrNull, sendAndTell } from '../../packages/client/examples/most-wanted.ts';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import type { TokenSource } from '../../packages/cli/src/auth/sign-token.ts';
import type { ServiceName } from '../../packages/cli/src/platform/service-specs.ts';
import { trueReport } from '../platform/true-report.ts';
import { sendAll } from '../platform/send.ts';
import type { LogLine } from '../platform/service.ts';
import { allowed } from '../platform/token.ts';

/** A running platform, wherever it runs: processes of this machine, or pods of a cluster. */
export type FlowPlatform = {
  /** What stands before the paths of the gateway. */
  url: string;
  /** Good for everything there. */
  tokens: TokenSource;
  get: (path: string) => Promise<unknown>;
  settled: () => Promise<Ledger>;
  verify: () => Promise<VerifyJob>;
  logLines: (service: ServiceName) => Promise<LogLine[]>;
  stop: () => Promise<void>;
};

/** What the flow sends. */
export const sample = [...generateSample({ seed: 7, count: 2400, firstMonth: '2024-01' })];
type Truth = (typeof sample)[number]['truth'];
const countBy = (truths: Truth[]) => {
  const counts = new Map<string, number>();
  for (const { skillIds } of truths)
    for (const id of new Set(skillIds)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Object.fromEntries([...counts].sort());
};
const skillsOf = (result: { skills: { skillId: string; count: number }[] }) =>
  Object.fromEntries(result.skills.map(({ skillId, count }) => [skillId, count] as [string, number]).sort());

const queries: [string, (truth: Truth) => boolean][] = [
  ['', () => true],
  ['role=backend', ({ role }) => role === 'backend'],
  ['country=DE', ({ country }) => country === 'DE'],
  ['role=backend&country=US', ({ role, country }) => role === 'backend' && country === 'US'],
  ['role=data&seniority=senior', ({ role, seniority }) => role === 'data' && seniority === 'senior'],
  ['role=devops&workplace=remote', ({ role, workplace }) => role === 'devops' && workplace === 'remote'],
  [
    'role=backend&from=2024-03&to=2024-09',
    ({ role, month }) => role === 'backend' && month >= '2024-03' && month <= '2024-09',
  ],
  ['workplace=hybrid', ({ workplace }) => workplace === 'hybrid'],
  [
    'country=GB&seniority=mid&workplace=onsite',
    (t) => t.country === 'GB' && t.seniority === 'mid' && t.workplace === 'onsite',
  ],
];

/**
 * The end-to-end flow over an empty platform: a sample whose truth is known goes in, and every answer is compared with
 * it. The same tests wherever it runs.
 */
export const pipelineFlow = (start: () => Promise<FlowPlatform>): void => {
  let platform: FlowPlatform;
  // A question to the facts may look for four seconds, and on a busy machine is told to come again.
  const get = (path: string) => until(`${path} is answered`, () => platform.get(path));
  const ask = async (path: string) => demandResult.parse(await get(path));

  beforeAll(async () => {
    platform = await start();
    await sendAll(
      platform.url,
      sample.map(({ posting }) => posting),
      platform.tokens,
    );
    await platform.settled();
    // Answers come from a copy of the views that is up to a second old.
    await until(
      'the answers hold them all',
      async () => (await ask('/v1/demand')).population === sample.length,
    );
  });
  afterAll(() => platform.stop());

  test.each(queries)(
    'demand?%s counts exactly what the sample holds, from views and from facts',
    async (query, matches) => {
      const truths = sample.map(({ truth }) => truth).filter(matches);
      for (const via of ['views', 'facts']) {
        const result = await ask(`/v1/demand?${query}&via=${via}`);
        expect(result.population).toBe(truths.length);
        expect(skillsOf(result)).toEqual(countBy(truths));
      }
    },
  );

  test('views and facts give the same answer to the letter, but for where it came from', async () => {
    for (const [query] of queries) {
      const { answeredFrom: _views, ...fromViews } = await ask(`/v1/demand?${query}`);
      const { answeredFrom, ...fromFacts } = await ask(`/v1/demand?${query}&via=facts`);
      expect(answeredFrom.model).toBe('facts');
      expect(fromViews).toEqual(fromFacts);
    }
  });

  test('a trend gives count, population and share month by month', async () => {
    const trend = trendResult.parse(await get('/v1/skills/kubernetes/trend?role=backend'));
    const backend = sample.map(({ truth }) => truth).filter(({ role }) => role === 'backend');
    const months = [...new Set(backend.map(({ month }) => month))].sort();
    const expected = months.map((month) => {
      const inMonth = backend.filter((truth) => truth.month === month);
      const count = inMonth.filter(({ skillIds }) => skillIds.includes('kubernetes')).length;
      return { month, population: inMonth.length, count };
    });
    expect(trend.months.map(({ month, population, count }) => ({ month, population, count }))).toEqual(
      expected,
    );
  });

  test('pairs, comparisons and the list of skills are those of the sample', async () => {
    const backend = sample.map(({ truth }) => truth).filter(({ role }) => role === 'backend');
    const named = backend.filter(({ skillIds }) => skillIds.includes('docker'));
    const pairs = pairsResult.parse(await get('/v1/skills/docker/pairs?role=backend'));
    const { docker, ...beside } = countBy(named);
    expect([pairs.population, pairs.count]).toEqual([backend.length, docker]);
    expect(skillsOf({ skills: pairs.pairs })).toEqual(beside);
    const compared = compareResult.parse(await get('/v1/compare?by=country&a=DE&b=US'));
    for (const side of ['a', 'b'] as const) {
      const truths = sample
        .map(({ truth }) => truth)
        .filter(({ country }) => country === compared[side].name);
      expect(compared[side].population).toBe(truths.length);
      const counts = compared.skills.map((skill) => [skill.skillId, skill[side].count] as [string, number]);
      expect(Object.fromEntries(counts.filter(([, n]) => n > 0).sort())).toEqual(countBy(truths));
    }
    const { label } = skillResult.parse(await get('/v1/skills/docker'));
    const found = skillsResult.parse(await get('/v1/skills?text=docker&limit=500'));
    expect(found.skills).toContainEqual(expect.objectContaining({ skillId: 'docker', label }));
  });

  test('two skills side by side, and the skills of a category, are those of the sample, from the views and the facts', async () => {
    const truths = sample.map(({ truth }) => truth);
    const counts = countBy(truths);
    for (const via of ['views', 'facts']) {
      const result = compareSkillsResult.parse(
        await get(`/v1/compare/skills?a=docker&b=kubernetes&via=${via}`),
      );
      expect(result.answeredFrom.model).toBe(via);
      for (const { skillId, count, population } of [result.a, result.b])
        expect([count, population]).toEqual([counts[skillId], truths.length]);
      const { skills } = skillsResult.parse(await get('/v1/skills?category=languages&limit=500'));
      const shown = await ask(`/v1/demand?category=languages&via=${via}`);
      const known = new Set(skills.map(({ skillId }) => skillId));
      expect(skillsOf(shown)).toEqual(
        Object.fromEntries(Object.entries(counts).filter(([id]) => known.has(id))),
      );
    }
  });

  test('every report is a recount of the sample, with and without a filter', async () => {
    const { reports } = reportList.parse(await get('/v1/reports'));
    expect(reports.length).toBeGreaterThan(0);
    for (const { id } of reports)
      for (const [query, matches] of [['', () => true], ...queries.slice(2, 3)] as typeof queries) {
        const result = reportResult.parse(await get(`/v1/report/${id}?${query}`));
        expect(result).toMatchObject(trueReport(id, sample, matches));
        expect(result.answeredFrom).toMatchObject({ model: 'facts', caughtUp: true });
      }
  });

  test('verify compares every number and finds no difference', async () => {
    const job = await platform.verify();
    expect(job).toMatchObject({
      state: 'done',
      postings: sample.length,
      differences: [],
      partitionsDone: 12,
    });
    expect(job.numbersCompared).toBeGreaterThan(sample.length);
  });

  test('sending the same postings again changes nothing', async () => {
    const before = await ask('/v1/demand');
    await sendAll(
      platform.url,
      sample.slice(0, 500).map(({ posting }) => posting),
      platform.tokens,
    );
    await platform.settled();
    const { answeredFrom: _then, ...then } = before;
    const { answeredFrom: _now, ...now } = await ask('/v1/demand');
    expect(now).toEqual(then);
  });

  test('the examples of the client’s README do what they say', async () => {
    const backend = sample.map(({ truth }) => truth).filter(({ role }) => role === 'backend');
    const [most] = Object.entries(countBy(backend)).sort(([, a], [, b]) => b - a);
    expect((await mostWanted(platform.url))[0]).toBe(`${most![0]}: ${most![1]} of ${backend.length}`);
    const [{ posting }] = sample as [(typeof sample)[number]];
    const reported = await sendAndTell(platform.url, platform.tokens, [
      posting,
      { ...posting, datePosted: 'soon' },
    ]);
    expect(reported).toEqual([expect.stringMatching(/^line 2: not an ISO date/)]);
    expect(await postingOrNull(platform.url, 'nowhere.to-be-found')).toBeNull();
  });

  test('one trace id is in the logs of all services, from the POST to the count', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const posting = {
      source: 'e2e',
      sourceId: 'traced',
      title: 'Backend Engineer',
      description: 'We use Kafka and Go.',
    };
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
      body: JSON.stringify(posting),
    };
    const response = await fetch(`${platform.url}/v1/postings`, await allowed(request, platform.tokens));
    expect(response.status).toBe(202);
    for (const name of ['gateway', 'ingestion', 'tagging', 'analytics'] as const) {
      await until(`${name} has logged the trace`, async () =>
        (await platform.logLines(name)).some((line) => line['trace_id'] === traceId),
      );
    }
    const counted = (await platform.logLines('analytics')).find((line) => line['trace_id'] === traceId);
    expect(counted).toMatchObject({ msg: 'posting counted' });
  });

  test('an own posting beside the sample is counted alone from now on, and every way of asking says so', async () => {
    // The posting of the trace above; what was asked and cached before was about the sample.
    const population = await until('the default has changed', async () => {
      const { filter, population: counted } = await ask('/v1/demand');
      return filter.origin === 'own' && counted;
    });
    expect(population).toBe(1);
    const [sampled, all] = [await ask('/v1/demand?origin=sample'), await ask('/v1/demand?origin=all')];
    expect([sampled.population, sampled.filter.origin]).toEqual([sample.length, 'sample']);
    expect([all.population, all.filter.origin]).toEqual([sample.length + 1, 'all']);
    const named = await ask('/v1/demand?source=e2e');
    expect(named).toMatchObject({
      ...{ population: 1, filter: { source: 'e2e', origin: 'own' }, answeredFrom: { model: 'facts' } },
    });
    expect(sourcesResult.parse(await get('/v1/sources'))).toMatchObject({
      origin: 'own',
      sources: [
        { source: 'sample', origin: 'sample', postings: sample.length },
        { source: 'e2e', origin: 'own', postings: 1 },
      ],
    });
    const table = await fetch(
      `${platform.url}/v1/demand?top=1`,
      await allowed({ headers: { accept: 'text/csv' } }, platform.tokens),
    );
    expect(await table.text()).toMatch(/^skillId,[^]*,origin\r\n[^]*,own\r\n$/);
  });

  test('a retraction takes a posting out of every count', async () => {
    // A month of its own: whatever else is being counted does not disturb.
    const population = async () => (await ask('/v1/demand?role=backend&from=2010-01&to=2010-01')).population;
    const posting = {
      source: 'e2e',
      sourceId: 'gone',
      datePosted: '2010-01-15',
      title: 'Backend Engineer',
      description: 'We use Rust.',
    };
    const gateway = createClient({ baseUrl: platform.url, token: platform.tokens });
    const result = await responseOf(gateway.POST('/v1/postings', { body: posting }));
    const { postingId } = result as { postingId: string };
    const byId = { params: { path: { id: postingId } } };
    const { response } = await gateway.GET('/v1/postings/{id}', byId);
    const header = { 'If-Match': response.headers.get('etag')! };
    await platform.settled();
    await until('it is counted', async () => (await population()) === 1);
    const retract = gateway.DELETE('/v1/postings/{id}', { params: { ...byId.params, header } });
    expect(await responseOf(retract)).toMatchObject({ retracted: true, version: 2 });
    await platform.settled();
    await until('it is gone', async () => (await population()) === 0);
    expect((await platform.verify()).differences).toEqual([]);
  });
};
