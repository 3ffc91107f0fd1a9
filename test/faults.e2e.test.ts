import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { ingestionRow, type PostingInput } from '@skillstream/contracts';
import { connectRedis, silentLog } from '@skillstream/runtime';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { sendAll } from './platform/send.ts';
import type { Service } from './platform/service.ts';

// Real processes, real engines, real signals. After each fault: everything that was sent is counted, once, a recount
// of the log agrees with every number, and the logs hold each version in its order, tagged once.
let platform: Platform;
let sent = 0;
let seed = 100;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const postings = (count: number): PostingInput[] => {
  seed += 1;
  sent += count;
  return [...generateSample({ seed, count, firstMonth: '2024-01' })].map(({ posting }) => posting);
};

/**
 * Three clients send from before something happens until after it; the most is for an engine that nobody waits for.
 */
const underLoad = async (happen: () => Promise<unknown>) => {
  let passed = 0;
  let over = false;
  const send = async () => {
    while (!over && passed < 60) {
      await sendAll(platform.url, postings(50));
      passed += 1;
    }
  };
  const sending = Promise.all([send(), send(), send()]);
  try {
    await until('postings pass', () => passed > 5);
    await happen();
  } finally {
    over = true;
  }
  await sending;
};

const nothingLostNothingTwice = async () => {
  const { total } = await platform.settled();
  expect(total).toMatchObject({ accepted: sent, counted: sent, pending: 0, inFlight: 0, deadLettered: 0 });
  expect(await platform.verify()).toMatchObject({ state: 'done', differences: [], postings: sent });
  expect(await platform.logFaults()).toEqual([]);
};

/** Starts a service with a fault, sends postings until it has ended by it, starts it again. */
const killedAt = async (name: 'ingestion' | 'tagging' | 'analytics', step: string, nth: number) => {
  const service = platform.service(name);
  await service.stop();
  service.start({ FAULT_INJECTION: `kill:${step}:${nth}` });
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
] as const)('%s killed %s: nothing is lost, nothing counted twice', async (name, step, nth) => {
  await killedAt(name, step, nth);
  await nothingLostNothingTwice();
});

test('an analytics that was paused in the middle of a batch wakes up after its partitions went to another', async () => {
  const [first, second] = [platform.service('analytics'), platform.service('analytics', 2)];
  await first.stop();
  first.start({ FAULT_INJECTION: 'pause:before-script:2' });
  await first.ready();
  await sendAll(platform.service('ingestion').url, postings(600));
  await first.paused();
  second.start();
  await until('the other owns all partitions', async () => {
    const response = await fetch(`${second.url}/v1/consumers`);
    const statuses = (await response.json()) as { partitions: unknown[]; caughtUp: boolean }[];
    return statuses.every(({ partitions, caughtUp }) => partitions.length === 12 && caughtUp);
  });
  first.signal('SIGCONT');
  await nothingLostNothingTwice();
  await second.stop();
  await nothingLostNothingTwice();
});

/** Empties Redis. @returns how many keys it has right after */
const flushAll = async (): Promise<number> => {
  const redis = connectRedis(platform.engines.urls.redisUrl, silentLog());
  try {
    await until('redis answers', () => redis.status === 'ready');
    // At one moment: the views are built again as soon as their owners notice.
    const replies = await redis.multi().flushall().dbsize().exec();
    return replies![1]![1] as number;
  } finally {
    redis.disconnect();
  }
};

test('FLUSHALL while postings pass, and when none passes', async () => {
  await underLoad(flushAll);
  await nothingLostNothingTwice();
  expect(await flushAll()).toBeLessThan(50);
  await until('the views are built again', async () => {
    const result = (await platform.get('/v1/demand?via=views')) as {
      population: number;
      answeredFrom: { model: string };
    };
    return result.answeredFrom.model === 'views' && result.population === sent;
  });
  await nothingLostNothingTwice();
});

test('what one replica stores is published by the other, which is the relay', async () => {
  const [first, second] = [platform.service('ingestion'), platform.service('ingestion', 2)];
  await until('the first is the relay', () => isRelay(first));
  second.start();
  await second.ready();
  expect(await isRelay(second)).toBe(false);
  await sendAll(second.url, postings(300));
  await nothingLostNothingTwice();
  await second.stop();
});

/** New contents of the same postings, by number. */
const revised = (base: PostingInput[], n: number) =>
  base.map((posting) => ({ ...posting, description: `${posting.description}\nRevision ${n}.` }));
const ledgerOf = async (url: string) => {
  const { sources } = ingestionRow.parse(await (await fetch(`${url}/v1/ledger`)).json());
  return sources['sample'] ?? { pending: 0, versions: 0 };
};
const isRelay = async ({ metrics }: Service) =>
  /skillstream_relay_lease_held\{[^}]*\} 1/.test(await metrics());

test('two ingestions write versions of the same postings while the relay is paused and woken', async () => {
  const [first, second] = [platform.service('ingestion'), platform.service('ingestion', 2)];
  const base = postings(100);
  await sendAll(first.url, base);
  await platform.settled();
  await first.stop();
  first.start({ FAULT_INJECTION: 'pause:before-publish' });
  await first.ready();
  const writing = sendAll(first.url, revised(base, 1));
  await first.paused();
  second.start();
  await second.ready();
  for (const n of [2, 3, 4]) await sendAll(second.url, revised(base, n));
  await until(
    'the second has published everything',
    async () => (await isRelay(second)) && (await ledgerOf(second.url)).pending === 0,
  );
  // Nothing follows that could cover up what the first does with the old version in its hands.
  first.signal('SIGCONT');
  await until('the term of the first is over', async () => !(await isRelay(first)));
  await writing;
  await nothingLostNothingTwice();
  await second.stop();
});

test('two ingestions that take the same postings in at once make a version of each content', async () => {
  const [first, second] = [platform.service('ingestion'), platform.service('ingestion', 2)];
  const base = postings(100);
  await sendAll(first.url, base);
  second.start();
  await second.ready();
  const { versions } = await ledgerOf(second.url);
  const writers = [first, second, first, second, first, second];
  await Promise.all(writers.map(({ url }, n) => sendAll(url, revised(base, n))));
  await until(
    'no write was taken for another',
    async () => (await ledgerOf(second.url)).versions === versions + writers.length * base.length,
  );
  await nothingLostNothingTwice();
  await second.stop();
});

test('what the relay holds when kafka goes away is published when it is back', async () => {
  const ingestion = platform.service('ingestion');
  await ingestion.stop();
  ingestion.start({ FAULT_INJECTION: 'pause:before-publish' });
  await ingestion.ready();
  const sending = sendAll(ingestion.url, postings(300));
  await ingestion.paused();
  await platform.engines.kill('kafka');
  ingestion.signal('SIGCONT');
  await until('the relay has given up', async () => !(await isRelay(ingestion)));
  await platform.engines.start('kafka');
  await sending;
  await nothingLostNothingTwice();
});

test.each(['kafka', 'mongo', 'redis'] as const)(
  '%s is killed and started again under load',
  async (engine) => {
    await underLoad(async () => {
      await platform.engines.kill(engine);
      await platform.engines.start(engine);
    });
    await nothingLostNothingTwice();
  },
);
