import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  DEFAULT_TOPIC_PARTITIONS,
  journey,
  postingsReceived,
  postingsTagged,
  reconciliationPage,
  retagJob,
  type PostingInput,
} from '@skillstream/contracts';
import { connectRedis, silentLog } from '@skillstream/runtime';
import { openAccepted } from './platform/accepted.ts';
import { compactNow } from './platform/compact-now.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { readStores } from './platform/read-stores.ts';
import { runCommand } from './platform/run-command.ts';
import { sendAll } from './platform/send.ts';
import { localTokens } from './platform/token.ts';

// Planted words that no posting has by chance: of texts that expire, of texts that are kept.
const [GONE, KEPT] = ['Xylotheque', 'Samovar'];
const COUNT = 300;
let platform: Platform;
/** One of those that expire. */
let expiring: Awaited<ReturnType<typeof sendAll>>[number] | undefined;
beforeAll(async () => {
  platform = await startPlatform({ RETENTION_MONTHS: '12', RETENTION_MONTHS_BY_SOURCE: 'kept=0' });
});
afterAll(() => platform?.stop());

const skills = ['Kafka', 'Golang', 'PostgreSQL', 'Kubernetes', 'Rust'];
const posting = (source: string, i: number, word: string): PostingInput => ({
  ...{ source, sourceId: `${i}`, title: `Backend Engineer ${word}`, organization: `Acme ${source} ${i}` },
  description: `${word}: we use ${skills[i % 5]} and ${skills[(i + 2) % 5]}, remote in Germany. ${word}.`,
  url: `https://jobs.example/${word}/${i}`,
  location: 'Berlin, Germany',
  salary: { min: 50_000 + 100 * i, max: 70_000 + 100 * i, currency: 'EUR', period: 'year' },
  datePosted: `2025-0${1 + (i % 6)}-01`,
});
const range = (count: number) => Array.from({ length: count }, (_, i) => i);
/** What the platform answers, but when and from which state of the views. */
const answers = async () => {
  const asked = ['views', 'facts'].flatMap((via) => [
    `/v1/demand?top=100&via=${via}`,
    `/v1/demand?top=100&via=${via}&role=backend&from=2025-02&to=2025-04`,
    `/v1/skills/kafka/trend?via=${via}`,
    `/v1/skills/kafka/pairs?via=${via}`,
    `/v1/skills/kafka/salary?via=${via}`,
  ]);
  const found = await Promise.all(
    [...asked, '/v1/sources'].map(async (path) => {
      const { answeredFrom: _state, ...answer } = (await platform.get(path)) as Record<string, unknown>;
      return [path, answer] as const;
    }),
  );
  return Object.fromEntries(found);
};
/** The command, in the name of somebody who may do everything. */
const run = async (...words: string[]) =>
  runCommand(words, { SKILLSTREAM_GATEWAY: platform.url, SKILLSTREAM_TOKEN: (await localTokens())! });
const topics = [postingsReceived.name, postingsTagged.name];
const ledgerOf = async () => (await platform.settled()).total;

test('postings expire: their text is gone from every store, and no answer moves', async () => {
  await until('retention is on', async () => {
    const metrics = await platform.service('ingestion').metrics();
    return metrics.includes('postings_due_for_expiry{service="ingestion"} 0');
  });
  const sent = await sendAll(platform.url, [
    ...range(COUNT).map((i) => posting('old', i, GONE)),
    ...range(30).map((i) => posting('kept', i, KEPT)),
    ...range(30).map((i) => posting('young', i, KEPT)),
  ]);
  expiring = sent.find(({ line }) => line === 1);
  // The ledger may be a second old, and balanced with the first of these alone; the views count by themselves.
  await until('all are counted', async () => (await ledgerOf()).counted === COUNT + 60);
  await until('the views have counted them', async () => {
    const { population } = (await platform.get('/v1/demand?via=views')) as { population: number };
    return population === COUNT + 60;
  });
  const before = await answers();
  expect(JSON.stringify(before)).toContain('kafka');
  const [, taggedBefore] = await platform.readLogs();
  const stored = await readStores(platform.urls, topics);
  // It looks in the right places, and the tagged event never had the words.
  expect([stored.mongo.includes(GONE), stored.kafka.includes(GONE)]).toEqual([true, true]);
  expect((await readStores(platform.urls, [postingsTagged.name])).kafka).not.toMatch(/Xylotheque|Samovar/);

  const longAgo = new Date(Date.now() - 400 * 86_400_000);
  const accepted = await openAccepted(platform.urls.mongoUrl);
  const of = { source: { $in: ['old', 'kept'] } };
  await accepted.postings.updateMany(of, { $set: { updatedAt: longAgo } });
  await accepted.close();
  await until('all have expired', async () => (await platform.ledger()).total.expired === COUNT);
  expect(await ledgerOf()).toMatchObject({
    ...{
      accepted: COUNT + 60,
      counted: COUNT + 60,
      deadLettered: 0,
      retracted: 0,
      missing: 0,
      expired: COUNT,
    },
  });

  expect(await answers()).toEqual(before);
  expect((await platform.verify()).differences).toEqual([]);
  const page = reconciliationPage.parse(await platform.get('/v1/reconciliation?limit=5000'));
  expect(page).toMatchObject({
    differences: [],
    settled: true,
    counts: { postings: COUNT + 60, expired: COUNT },
  });
  expect(await platform.logFaults()).toEqual([]);
  const [, taggedAfter] = await platform.readLogs();
  expect(taggedAfter).toEqual(taggedBefore);

  const { mongo, redis } = await readStores(platform.urls, []);
  expect([mongo.includes(GONE), mongo.includes(KEPT), redis.includes(GONE)]).toEqual([false, true, false]);
  await compactNow(platform.urls.kafkaBrokers, postingsReceived.name, DEFAULT_TOPIC_PARTITIONS);
  await until(
    'the text is compacted away',
    async () => !(await readStores(platform.urls, topics)).kafka.includes(GONE),
  );
});

test('they are skipped when everything is tagged again, which the command says', async () => {
  const before = await answers();
  const { code, out } = await run('retag');
  expect([code, out]).toEqual([0, expect.stringContaining(`${COUNT} postings skipped`)]);
  expect(retagJob.parse(await platform.get('/v1/retag'))).toMatchObject({ state: 'done', expired: COUNT });
  await platform.settled();
  expect(await answers()).toEqual(before);
  expect((await platform.verify()).differences).toEqual([]);
});

test('the journey of one says when its text expired, and that it is counted', async () => {
  const id = expiring!.postingId;
  const found = journey.parse(await platform.get(`/v1/postings/${id}/journey`));
  expect(found).toMatchObject({ outcome: 'counted', retracted: false, expiredAt: expect.any(String) });
  const { out } = await run('journey', id);
  expect(out).toContain(`expired on ${found.expiredAt!.slice(0, 10)}: its text is gone`);
});

test('views and facts that are built anew from the log count them as before', async () => {
  const before = await answers();
  await platform.service('analytics').stop();
  const redis = connectRedis(platform.urls.redisUrl, silentLog());
  await until('redis answers', () => redis.status === 'ready');
  await redis.flushall();
  redis.disconnect();
  platform.service('analytics').start();
  await platform.service('analytics').ready();
  await platform.settled();
  await until('the answers are back', async () => {
    expect(await answers()).toEqual(before);
    return true;
  });
  expect((await platform.verify()).differences).toEqual([]);
});

test('sent again one stays expired as it was, and is live, once, as a newer version', async () => {
  const before = await ledgerOf();
  const [same] = await sendAll(platform.url, [posting('old', 0, GONE)]);
  expect(same).toMatchObject({ status: 'unchanged', version: 1 });
  const [newer] = await sendAll(platform.url, [posting('old', 0, 'Rolodex')]);
  expect(newer).toMatchObject({ status: 'accepted', version: 2 });
  const after = await ledgerOf();
  expect(after).toEqual({ ...before, expired: COUNT - 1 });
  expect((await platform.verify()).differences).toEqual([]);
  expect((await readStores(platform.urls, [])).mongo).not.toContain(GONE);
});
