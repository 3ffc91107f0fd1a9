import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type PostingInput } from '@skillstream/contracts';
import { connectRedis, silentLog } from '@skillstream/runtime';
import { until } from '@skillstream/runtime/testing';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { sendAll } from './platform/send.ts';

// Real processes, real engines, real signals. After each fault: everything that was sent is counted, once, and a
// recount of the log agrees with every number.
let platform: Platform;
/** Postings sent while an engine goes away. */
const LOAD = 2000;
let sent = 0;
let seed = 100;
beforeAll(async () => {
  platform = await startPlatform();
}, 120_000);
afterAll(() => platform.stop(), 60_000);

const postings = (count: number): PostingInput[] => {
  seed += 1;
  sent += count;
  return [...generateSample({ seed, count, firstMonth: '2024-01' })].map(({ posting }) => posting);
};

/** Waits until the first of what is being sent has been accepted. */
const somePass = () =>
  until('postings pass', async () => (await platform.ledger()).total.accepted > sent - LOAD + 100);

const nothingLostNothingTwice = async () => {
  const { total } = await platform.settled();
  expect(total).toMatchObject({ accepted: sent, counted: sent, pending: 0, inFlight: 0, deadLettered: 0 });
  expect(await platform.verify()).toMatchObject({ state: 'done', differences: [], postings: sent });
};

/** Starts a service with a fault, sends postings until it has ended by it, starts it again. */
const killedAt = async (name: 'ingestion' | 'tagging' | 'analytics', step: string, nth: number) => {
  const service = platform.service(name);
  await service.stop();
  service.start({ FAULT: `kill:${step}:${nth}` });
  await service.ready();
  const sending = sendAll(platform.url, postings(600));
  await service.ended();
  service.start();
  await sending;
  await service.ready();
};

test.each([
  ['ingestion', 'after-store', 1],
  ['ingestion', 'after-publish', 1],
  ['tagging', 'in-transaction', 3],
  ['analytics', 'before-script', 3],
  ['analytics', 'after-script', 3],
  ['analytics', 'after-facts', 3],
] as const)(
  '%s killed %s: nothing is lost, nothing counted twice',
  async (name, step, nth) => {
    await killedAt(name, step, nth);
    await nothingLostNothingTwice();
  },
  180_000,
);

test('an analytics that was paused in the middle of a batch wakes up after its partitions went to another', async () => {
  const [first, second] = [platform.service('analytics'), platform.service('analytics', 2)];
  await first.stop();
  first.start({ FAULT: 'pause:before-script:2' });
  await first.ready();
  await sendAll(platform.service('ingestion').url, postings(600));
  await first.paused();
  second.start();
  await until(
    'the other owns all partitions',
    async () => {
      const response = await fetch(`${second.url}/v1/consumers`);
      const statuses = (await response.json()) as { partitions: unknown[]; caughtUp: boolean }[];
      return statuses.every(({ partitions, caughtUp }) => partitions.length === 12 && caughtUp);
    },
    60_000,
  );
  first.signal('SIGCONT');
  await nothingLostNothingTwice();
  await second.stop();
  await nothingLostNothingTwice();
}, 180_000);

test('FLUSHALL while postings pass, and when none passes', async () => {
  const redis = connectRedis(platform.engines.urls.redisUrl, silentLog());
  await until('redis answers', () => redis.status === 'ready');
  const sending = sendAll(platform.url, postings(LOAD));
  await somePass();
  await redis.flushall();
  await sending;
  await nothingLostNothingTwice();
  await redis.flushall();
  expect(await redis.dbsize()).toBeLessThan(50);
  await until('the views are built again', async () => {
    const answer = (await platform.get('/v1/demand?via=views')) as {
      population: number;
      answeredFrom: { model: string };
    };
    return answer.answeredFrom.model === 'views' && answer.population === sent;
  });
  await nothingLostNothingTwice();
  redis.disconnect();
}, 180_000);

test('two ingestions write versions of the same postings while the relay is paused and woken', async () => {
  const [first, second] = [platform.service('ingestion'), platform.service('ingestion', 2)];
  const base = postings(100);
  const version = (n: number) =>
    base.map((posting) => ({ ...posting, description: `${posting.description}\nRevision ${n}.` }));
  await sendAll(first.url, version(0));
  await platform.settled();
  await first.stop();
  first.start({ FAULT: 'pause:before-publish' });
  await first.ready();
  const writing = sendAll(first.url, version(1)).catch(() => undefined);
  await first.paused();
  second.start();
  await second.ready();
  for (const n of [2, 3, 4]) await sendAll(second.url, version(n));
  await until('the second is the relay', async () =>
    /skillstream_relay_lease_held\{[^}]*\} 1/.test(await (await fetch(`${second.url}/metrics`)).text()),
  );
  first.signal('SIGCONT');
  await writing;
  await Promise.all([sendAll(first.url, version(5)), sendAll(second.url, version(6))]);
  await nothingLostNothingTwice();
  await second.stop();
}, 180_000);

test.each(['kafka', 'mongo', 'redis'] as const)(
  '%s is killed and started again under load',
  async (engine) => {
    const sending = sendAll(platform.url, postings(LOAD));
    await somePass();
    await platform.engines.kill(engine);
    await platform.engines.start(engine);
    await sending;
    await nothingLostNothingTwice();
  },
  240_000,
);
