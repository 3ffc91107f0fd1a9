import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  deadLetterHeaders,
  type AnalyticsRow,
  LIVE_STREAM,
  liveChange,
  reportResult,
  reportList,
  type DemandResult,
  type LiveChange,
  type Problem,
  type TrendResult,
  UNDECODABLE_SOURCE,
} from '@skillstream/contracts';
import { expositionFor } from '@skillstream/runtime';
import { bucketOf } from '../src/projections/views/sketch.ts';
import { viewKeys, viewVersionName } from '../src/stores/redis/view-keys.ts';
import { createAppFixture, taggedEvent, type AppFixture } from './app-fixture.ts';
import { tagOf, taggedPostingOf } from './tagged-posting.ts';

let fixture: AppFixture;
beforeAll(async () => {
  fixture = await createAppFixture();
});
afterAll(() => fixture.close());

const posting = (n: number, change = {}) =>
  taggedPostingOf({
    postingId: `test.${n}`,
    country: n % 2 ? 'DE' : 'US',
    tags: [tagOf('go'), ...(n % 3 ? [] : [tagOf('sql', 'data')])],
    ...change,
  });
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const both = async (filter: string) => {
  const asked = ['views', 'facts'].map((via) => fixture.get<DemandResult>(`/v1/demand?via=${via}&${filter}`));
  const [views, facts] = await Promise.all(asked);
  expect([views!.answeredFrom.model, facts!.answeredFrom.model]).toEqual(['views', 'facts']);
  expect({ ...views, answeredFrom: null }).toEqual({ ...facts, answeredFrom: null });
  return views!;
};
const line = () => fixture.get<AnalyticsRow>('/v1/ledger');
const generation = async () => {
  const [found] = await fixture.mongo.collection('log_generations').find().toArray();
  return found!['generation'] as number;
};

test('tagged events are counted, and an undecodable record is one dead letter though two projections read it', async () => {
  const named = { ...taggedEvent(posting(100)), value: '{"no":"posting"}' };
  const nameless = { key: 'nobody', value: 'no JSON', headers: {} };
  await fixture.publish(fixture.topic, [
    ...upTo(10).map((n) => taggedEvent(posting(n))),
    named,
    ...upTo(30).map((n) => taggedEvent(posting(n, { version: 2 }))),
    nameless,
    taggedEvent(posting(29, { version: 3 }), true),
  ]);
  await fixture.caughtUp();
  const result = await both('');
  expect(result.population).toBe(29);
  expect(result.skills.map(({ skillId, count }) => [skillId, count])).toEqual([
    ['go', 29],
    ['sql', 10],
  ]);
  const letters = await fixture.deadLetters();
  expect(
    letters.map(({ headers }) => [headers[deadLetterHeaders.key], headers[deadLetterHeaders.code]]).sort(),
  ).toEqual([
    ['nobody', 'undecodable'],
    ['test.100', 'undecodable'],
  ]);
  const expected: AnalyticsRow = {
    lag: 0,
    sources: {
      test: { counted: 29, deadLettered: 1, versions: 29 * 2 + 1, deadRetractions: 0 },
      [UNDECODABLE_SOURCE]: { counted: 0, deadLettered: 1, versions: 0, deadRetractions: 0 },
    },
    dead: [{ source: 'test', postingId: 'test.100', version: 1, retracted: false }],
  };
  await until('the ledger has read the dead letters', async () => (await line()).sources[UNDECODABLE_SOURCE]);
  await until('the ledger has both', async () => (await line()).sources['test']?.deadLettered === 1);
  expect(await line()).toEqual(expected);
});

test('views and facts agree on every filter, and a trend has the months of its postings', async () => {
  const populations = [];
  for (const filter of [
    'country=DE',
    'role=backend&country=US',
    'role=data',
    'from=2025-02',
    'role=backend&workplace=remote',
  ])
    populations.push((await both(filter)).population);
  expect(populations).toEqual([14, 15, 0, 0, 29]);
  const trend = await fixture.get<TrendResult>('/v1/skills/sql/trend');
  expect(trend.months).toMatchObject([{ month: '2025-01', count: 10, population: 29 }]);
});

test('a report counts the same postings as demand, and a filter narrows both', async () => {
  const { reports } = reportList.parse(await fixture.get('/v1/reports'));
  expect(reports).toContainEqual(
    expect.objectContaining({ id: 'backend-2025', population: { role: 'backend' } }),
  );
  for (const filter of ['', 'country=DE', 'workplace=remote&from=2025-02']) {
    const report = reportResult.parse(await fixture.get(`/v1/report/backend-2025?${filter}`));
    const { population } = await both(`role=backend&${filter}`);
    expect(report).toMatchObject({ population, answeredFrom: { model: 'facts', caughtUp: true } });
  }
});

test('an unknown report, an unknown field and a filter that contradicts the report are specific problems', async () => {
  const problem = (path: string) => fixture.get<Problem>(`/v1/report/${path}`);
  expect(await problem('nothing')).toMatchObject({ status: 404, code: 'not-found' });
  expect(await problem('backend-2025?via=views')).toMatchObject({
    status: 400,
    faults: [{ path: 'via', message: 'unknown field' }],
  });
  expect(await problem('backend-2025?role=data')).toMatchObject({
    status: 422,
    code: 'unprocessable',
    faults: [{ path: 'role', message: 'the report is about role backend' }],
  });
});

test('a replayed dead letter is counted, and is no longer a dead letter', async () => {
  await fixture.publish(fixture.topic, [taggedEvent(posting(100))]);
  await fixture.caughtUp();
  expect((await line()).sources['test']).toEqual({
    ...{ counted: 30, deadLettered: 0, versions: 29 * 2 + 1, deadRetractions: 0 },
  });
});

test('a shorter log under the same name is a new generation: all of it is counted, and nothing of the old log', async () => {
  expect(await generation()).toBe(1);
  await fixture.remakeTopic();
  const fresh = upTo(8).map((n) =>
    taggedEvent(posting(n, { tags: [tagOf('rust')], datePosted: '2025-05-05' })),
  );
  await fixture.publish(fixture.topic, fresh);
  await until('a new generation began', async () => (await generation()) === 2);
  await fixture.caughtUp();
  const result = await both('');
  expect(result.population).toBe(8);
  expect(result.skills.map(({ skillId, count }) => [skillId, count])).toEqual([['rust', 8]]);
  // The dead letter of the old log is not replayed in this one: it counts as a dead letter again.
  expect((await line()).sources['test']).toEqual({
    ...{ counted: 8, deadLettered: 1, versions: 8 + 1, deadRetractions: 0 },
  });
  expect(await generation()).toBe(2);
  expect(await fixture.verify()).toMatchObject({ state: 'done', postings: 8, differenceCount: 0 });
});

test.each([
  ['a pair of skills', 'pairs:2025:own:both', 'go|sql'],
  ['a bucket of pay', 'salaries:2025:own:skill=go', `backend:${bucketOf(60_000)}`],
  ['the category of a skill', 'categories', 'data:sql'],
])('verification finds %s that was tampered with, and nothing else', async (_, view, field) => {
  const now = await generation();
  const paid = { min: 50_000, max: 70_000, currency: 'USD', period: 'year' } as const;
  const tags = [tagOf('go'), tagOf('sql', 'data')];
  await fixture.publish(
    fixture.topic,
    upTo(4).map((n) => taggedEvent(posting(900 + n, { tags, salary: paid }))),
  );
  await fixture.caughtUp();
  const keys = viewKeys(fixture.namespace, viewVersionName(now));
  const held = await Promise.all(
    [0, 1].map((partition) => fixture.redis.hget(keys.view(partition, view), field)),
  );
  const partition = held.findIndex((n) => n !== null);
  await fixture.redis.hincrby(keys.view(partition, view), field, 2);
  const right = Number(held[partition]);
  const difference = {
    ...{ model: 'views', partition, key: view, field },
    ...{ expected: String(right), found: String(right + 2) },
  };
  const { differences } = await fixture.verify();
  expect(differences.filter(({ key }) => key === view)).toEqual([difference]);
  await fixture.redis.hincrby(keys.view(partition, view), field, -2);
  expect((await fixture.verify()).differences.filter(({ key }) => key === view)).toEqual([]);
});

test('verification finds a wrong number and a missing fact', async () => {
  const now = await generation();
  const facts = fixture.mongo.collection<{ _id: string; partition: number; offset: number }>(`facts_${now}`);
  const victim = (await facts.findOneAndDelete({ _id: 'test.3' }))!;
  const key = viewKeys(fixture.namespace, viewVersionName(now)).view(
    victim.partition,
    'demand:2025-05:own:all',
  );
  const right = await fixture.redis.hget(key, 's:rust');
  await fixture.redis.hincrby(key, 's:rust', 1);
  const found = async () => {
    const body = await fixture.app.metrics.text(expositionFor(undefined));
    return Number(/^skillstream_differences_found_total{kind="log",.*} (\d+)$/m.exec(body)![1]);
  };
  const before = await found();
  const job = await fixture.verify();
  expect(job).toMatchObject({ state: 'done', differenceCount: 2 });
  expect((await found()) - before).toBe(2);
  expect(job.differences).toEqual([
    {
      ...{ model: 'views', partition: victim.partition, key: 'demand:2025-05:own:all', field: 's:rust' },
      ...{ expected: right, found: String(Number(right) + 1) },
    },
    {
      ...{ model: 'facts', partition: victim.partition, key: 'test.3', field: 'offset' },
      ...{ expected: String(victim.offset), found: null },
    },
  ]);
});

test('what is counted is published in the stream that the gateways read, and adds up', async () => {
  const read = async () => {
    const entries = await fixture.redis.xrange(`${fixture.namespace}${LIVE_STREAM}`, '-', '+');
    return entries.map(([, fields]) => liveChange.parse(JSON.parse(fields[1]!)));
  };
  const sumOf = (changes: LiveChange[]) => changes.reduce((sum, { postings }) => sum + postings, 0);
  const before = (await read()).length;
  await fixture.publish(
    fixture.topic,
    upTo(5).map((n) => taggedEvent(posting(500 + n, { tags: [tagOf('zig')] }))),
  );
  const reported = await until('all are reported', async () => {
    const changes = (await read()).slice(before);
    return sumOf(changes) === 5 && changes;
  });
  const zig = reported.flatMap(({ skills }) => skills.filter(({ skillId }) => skillId === 'zig'));
  expect(zig.reduce((sum, { change }) => sum + change, 0)).toBe(5);
});
