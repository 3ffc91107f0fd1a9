import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { startEngines, type Engines } from '@skillstream/engines';
import { createTestKafka, numbered } from '../testing.ts';
import { createTransformRunner } from './transform.ts';

// Engines of its own: no other test may lose them.
let engines: Engines;
let kafka: ReturnType<typeof createTestKafka>;
beforeAll(async () => {
  engines = await startEngines({ provider: 'java' });
  kafka = createTestKafka(engines.urls.kafkaBrokers);
});
afterAll(async () => {
  await kafka.close();
  await engines.stop();
});

const RECORDS = 3000;

test('Kafka crashes in the middle of a transaction and restarts: every record is transformed exactly once', async () => {
  const [input, output, dead] = [await kafka.topic('in'), await kafka.topic('out'), await kafka.topic('dlq')];
  // A broker returns whole batches as they were written: small ones make many transactions.
  for (let from = 0; from < RECORDS; from += 100) await kafka.publish(input, numbered(from, from + 100));
  const died = Promise.withResolvers<void>();
  let transactions = 0;
  const runner = createTransformRunner({
    kafka: kafka.kafka,
    admin: kafka.admin,
    log: kafka.log,
    topic: input,
    outputTopic: output,
    deadLetterTopic: dead,
    groupId: `${input}.g`,
    sessionTimeoutMs: 6000,
    maxBytesPerPartition: 4000,
    backoff: { firstMs: 50, maxMs: 500 },
    transform: ({ key, value }) => ({ key, value: String(2 * Number(value)), headers: {} }),
    hooks: {
      beforeCommit: async () => {
        transactions += 1;
        if (transactions !== 3) return;
        await engines.kill('kafka');
        died.resolve();
      },
    },
  });
  runner.start();
  try {
    await died.promise;
    await engines.start('kafka');
    const caughtUp = () => {
      const { caughtUp: all, partitions } = runner.status();
      return all && partitions[0]!.next >= RECORDS;
    };
    await until('the group has caught up', caughtUp);
  } finally {
    await runner.stop();
  }
  expect(transactions).toBeGreaterThan(3);
  const values = (await kafka.readAll(output)).map(({ value }) => Number(value));
  expect(values).toEqual(Array.from({ length: RECORDS }, (_, i) => 2 * i));
  expect(await kafka.readAll(dead)).toEqual([]);
});
