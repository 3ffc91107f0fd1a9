import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demandResult, pipelineState, readiness, type PostingInput } from '@skillstream/contracts';
import { startEngines, type Engines } from '@skillstream/engines';
import { createKafka } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import { readEngines } from './platform/read-engines.ts';
import { runCommand } from './platform/run-command.ts';
import { startServices, type Services } from './platform/platform.ts';
import { sendAll } from './platform/send.ts';
import { allowed } from './platform/token.ts';

// Two releases on one Kafka, one MongoDB server and one Redis, apart by their prefixes and databases alone.
const COUNT = 300;
const names = (release: string) => ({
  KAFKA_PREFIX: `${release}.`,
  REDIS_PREFIX: `${release}.`,
  INGESTION_DATABASE: `${release}_ingestion`,
  ANALYTICS_DATABASE: `${release}_analytics`,
});
let engines: Engines;
let [a, b]: (Services | undefined)[] = [];
beforeAll(async () => {
  engines = await startEngines({ provider: 'java' });
  const { urls } = engines;
  const start = (release: string) =>
    startServices(urls, (name) => ({
      ...names(release),
      ...(name === 'ingestion' && { MONGO_URL: `${urls.mongoUrl}/${release}_ingestion` }),
      ...(name === 'analytics' && { MONGO_URL: `${urls.mongoUrl}/${release}_analytics` }),
    }));
  a = await start('team-a');
  b = await start('team-b');
});
afterAll(async () => {
  await Promise.all([a?.stop(), b?.stop()]);
  await engines.stop();
});

const posting = (i: number, skill: string): PostingInput => ({
  ...{ source: 'e2e', sourceId: `p-${i}`, title: `Engineer ${i}`, description: `We use ${skill}.` },
  datePosted: '2025-03-01',
});
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const postings = (from: number, to: number, skill: string) => range(from, to).map((i) => posting(i, skill));
const counted = async (services: Services, via: string) => {
  const { skills, population } = demandResult.parse(await services.get(`/v1/demand?via=${via}&top=1000`));
  const of = (id: string) => skills.find(({ skillId }) => skillId === id)?.count ?? 0;
  return { population, go: of('go'), rust: of('rust') };
};
// The facts balance the ledger; the views may have the last ones a moment later.
const isCounted = (services: Services, expected: Awaited<ReturnType<typeof counted>>) =>
  until(`${JSON.stringify(expected)} by views and by facts`, async () => {
    const found = [await counted(services, 'views'), await counted(services, 'facts')];
    return isDeepStrictEqual(found, [expected, expected]) || Promise.reject(new Error(JSON.stringify(found)));
  });
const isWhole = async (services: Services) => {
  expect((await services.verify()).differences).toEqual([]);
  expect(await services.logFaults()).toEqual([]);
};

test('two releases that get postings of the same ids count their own alone', async () => {
  // Those of one come while the other has them, and again with other words.
  await Promise.all([sendAll(a!.url, postings(0, COUNT, 'Go')), sendAll(b!.url, postings(0, COUNT, 'Rust'))]);
  await Promise.all([
    sendAll(a!.url, postings(COUNT, COUNT + 50, 'Go')),
    sendAll(b!.url, postings(0, 100, 'Go')),
  ]);
  const [ofA, ofB] = [await a!.settled(), await b!.settled()];
  expect(ofA.total).toMatchObject({ accepted: COUNT + 50, counted: COUNT + 50, deadLettered: 0 });
  expect(ofB.total).toMatchObject({ accepted: COUNT, counted: COUNT, deadLettered: 0 });
  await isCounted(a!, { population: COUNT + 50, go: COUNT + 50, rust: 0 });
  await isCounted(b!, { population: COUNT, go: 100, rust: COUNT - 100 });
  await isWhole(a!);
  await isWhole(b!);
});

test('each has names of its own in every engine, and sees its own replicas alone', async () => {
  const look = await readEngines(engines.urls);
  const { topics, databases, keys } = await look.look();
  await look.close();
  expect(topics).toHaveLength(8);
  for (const name of [...topics, ...keys]) expect(name).toMatch(/^team-[ab]\./);
  expect(databases).toEqual(['team-a_analytics', 'team-a_ingestion', 'team-b_analytics', 'team-b_ingestion']);
  const admin = createKafka(engines.urls.kafkaBrokers, 'look', silentLog()).admin();
  await admin.connect();
  const { groups } = await admin.listGroups();
  await admin.disconnect();
  for (const { groupId } of groups) expect(groupId).toMatch(/^team-[ab]\./);
  for (const services of [a!, b!]) {
    const state = pipelineState.parse(await services.get('/v1/pipeline'));
    expect(state.services.map(({ replicas }) => replicas.length)).toEqual([1, 1, 1, 1]);
    // To people they have the names of the documentation.
    expect(state.topics.map(({ topic }) => topic).sort()).toEqual([
      'postings.received.v1',
      'postings.tagged.v1',
    ]);
  }
});

test('the command finds what is of the release whose names it has, and says where there is none', async () => {
  const { kafkaBrokers, mongoUrl, redisUrl } = engines.urls;
  const env = { KAFKA_BROKERS: kafkaBrokers.join(), MONGO_URL: mongoUrl, REDIS_URL: redisUrl };
  const id = `e2e.p-${COUNT + 1}`;
  const prove = async (of: Record<string, string>) =>
    (await runCommand(['erase', '--prove', id, '--json'], { ...env, ...of })).out;
  expect(await prove(names('team-a'))).toMatch(/"place": ?"postings.received.v1"/);
  expect(await prove(names('team-b'))).not.toContain(id);
  expect(await prove({})).toContain('there is no such topic');
});

const stateOf = async (services: Services, name: 'ingestion' | 'analytics') =>
  readiness.parse(await (await fetch(`${services.service(name).url}/readyz`)).json());
const restart = async (services: Services, name: 'ingestion' | 'tagging' | 'analytics', prefix: string) => {
  await services.service(name).stop();
  services.service(name).start({ KAFKA_PREFIX: prefix });
  await services.service(name).listens();
};

test('another prefix is refused by whoever has a database: nothing is taken or published, and nothing is lost', async () => {
  for (const name of ['ingestion', 'tagging', 'analytics'] as const) await restart(b!, name, 'team-c.');
  for (const name of ['ingestion', 'analytics'] as const)
    await until(`${name} says why`, async () => {
      const { ready, checks } = await stateOf(b!, name);
      return (
        !ready &&
        /KAFKA_PREFIX is "team-c\.", .*team-b_.* is of "team-b\."/.test(checks['prefix']?.detail ?? '')
      );
    });
  const [late] = postings(COUNT, COUNT + 1, 'Rust');
  const refused = await fetch(
    `${b!.url}/v1/postings`,
    await allowed({
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify(late),
    }),
  );
  expect(refused.status).toBe(503);
  // Tagging has no database: it makes what it writes, and waits for ingestion.
  expect((await topicsOf('team-c.')).includes('team-c.postings.received.v1')).toBe(false);
  for (const name of ['ingestion', 'tagging', 'analytics'] as const) await restart(b!, name, 'team-b.');
  await sendAll(b!.url, [late!]);
  const { total } = await b!.settled();
  expect(total).toMatchObject({ accepted: COUNT + 1, counted: COUNT + 1 });
  await isCounted(b!, { population: COUNT + 1, go: 100, rust: COUNT - 99 });
  await isWhole(b!);
});

const topicsOf = async (prefix: string): Promise<string[]> => {
  const look = await readEngines(engines.urls);
  const { topics } = await look.look();
  await look.close();
  return topics.filter((topic) => topic.startsWith(prefix));
};
