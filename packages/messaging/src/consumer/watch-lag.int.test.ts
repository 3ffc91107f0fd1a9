import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { sharedEngines } from '@skillstream/engines/testing';
import { createMetrics } from '@skillstream/runtime';
import { createTestKafka, numbered } from '../testing.ts';
import { createTransactionalPublisher } from '../transactional-publisher.ts';
import { createRunner } from './runner.ts';
import { createLagWatch } from './watch-lag.ts';

let kafka: ReturnType<typeof createTestKafka>;
beforeAll(async () => {
  kafka = createTestKafka((await sharedEngines()).kafkaBrokers);
});
afterAll(() => kafka.close());

/** A watch of one group by a clock of the test, which is ahead of the real one by so many seconds. */
const watchOf = (
  group: string,
  topic: string,
  admin: Parameters<typeof createLagWatch>[0]['admin'] = kafka.admin,
) => {
  const metrics = createMetrics('ingestion');
  let aheadMs = 0;
  const watch = createLagWatch({
    ...{ admin, metrics, readers: [{ group, topic }] },
    nowMs: () => Date.now() + aheadMs,
  });
  const valuesOf = async (name: string): Promise<Record<string, number>> => {
    const found = await metrics.registry.getSingleMetric(`skillstream_${name}`)!.get();
    return Object.fromEntries(found.values.map(({ labels, value }) => [String(labels['partition']), value]));
  };
  return {
    look: watch.look,
    /** Looks for the first time: a broker that has just started does not coordinate groups yet. */
    begin: () =>
      until('Kafka answers', () =>
        watch.look().then(
          () => true,
          () => false,
        ),
      ),
    /** Looks again so many seconds later. */
    lookAfter: async (seconds: number) => {
      aheadMs += seconds * 1000;
      await watch.look();
    },
    records: () => valuesOf('consumer_lag_records'),
    seconds: () => valuesOf('consumer_lag_seconds'),
  };
};

const read = async (group: string, topic: string) => {
  const runner = kafka.stoppedAtLast(
    createRunner({
      ...{ kafka: kafka.kafka, admin: kafka.admin, log: kafka.log, topic, groupId: group },
      ...{ sessionTimeoutMs: 6000, tickMs: 50, commitForLag: true },
      acquire: async () => ({ next: 0, take: async (_records, upTo) => upTo + 1 }),
    }),
  );
  runner.start();
  await until('it has read everything', () => runner.status().caughtUp);
  await until('it has committed', async () => (await kafka.admin.lagOfGroup(group, topic)) === 0);
  await runner.stop();
};

test('while a reader is down, its lag in seconds rises as the clock does', async () => {
  const topic = await kafka.topic('down', 2);
  await kafka.publish(topic, numbered(0, 40));
  const watch = watchOf('nobody', topic);
  await watch.begin();
  const first = await watch.seconds();
  expect(Object.values(await watch.records()).reduce((sum, n) => sum + n, 0)).toBe(40);
  await watch.lookAfter(600);
  const later = await watch.seconds();
  for (const partition of ['0', '1']) {
    const risen = later[partition]! - first[partition]!;
    expect(risen).toBeGreaterThanOrEqual(600);
    expect(risen).toBeLessThan(700);
  }
});

test('a reader that has read everything has no lag, also behind the markers of transactions and on a quiet log', async () => {
  const topic = await kafka.topic('markers');
  const publisher = await createTransactionalPublisher(kafka.kafka, `${topic}.writer`);
  await publisher.transact(async ({ send }) => void (await send(topic, numbered(0, 3))));
  const aborted = publisher.transact(async ({ send }) => {
    await send(topic, numbered(3, 6));
    throw new Error('aborted for the test');
  });
  await expect(aborted).rejects.toThrow('aborted for the test');
  await publisher.close();
  // Whoever opens waits until the markers are written, behind which nothing follows then.
  await (await createTransactionalPublisher(kafka.kafka, `${topic}.writer`)).close();
  const watch = watchOf(`${topic}.g`, topic);
  await watch.begin();
  expect((await watch.records())['0']).toBeGreaterThan(0);
  expect((await watch.seconds())['0']).toBeGreaterThan(0);
  await read(`${topic}.g`, topic);
  await watch.lookAfter(3600);
  expect(await watch.records()).toEqual({ 0: 0 });
  expect(await watch.seconds()).toEqual({ 0: 0 });
});

test('the lag in seconds is the age of the first record that waits, not of those that were read', async () => {
  const topic = await kafka.topic('first');
  await kafka.publish(topic, numbered(0, 5));
  await read(`${topic}.g`, topic);
  await kafka.publish(topic, numbered(5, 7));
  const watch = watchOf(`${topic}.g`, topic);
  await watch.begin();
  await watch.lookAfter(100);
  const [before] = Object.values(await watch.seconds());
  await kafka.publish(topic, numbered(7, 9));
  await watch.lookAfter(100);
  const [after] = Object.values(await watch.seconds());
  expect(before).toBeGreaterThanOrEqual(99);
  expect(after).toBeGreaterThanOrEqual(before! + 99);
});

test('without an answer of Kafka there are no figures, rather than old ones', async () => {
  const topic = await kafka.topic('away');
  await kafka.publish(topic, numbered(0, 5));
  let isAway = false;
  const ends: typeof kafka.admin.ends = (name) =>
    isAway ? Promise.reject(new Error('away')) : kafka.admin.ends(name);
  const watch = watchOf('nobody', topic, { ...kafka.admin, ends });
  await watch.begin();
  expect(Object.keys(await watch.seconds())).toEqual(['0']);
  isAway = true;
  await expect(watch.look()).rejects.toThrow('away');
  expect(await watch.seconds()).toEqual({});
});
