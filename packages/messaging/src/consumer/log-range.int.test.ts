import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { sharedEngines } from '@skillstream/engines/testing';
import { silentLog } from '@skillstream/runtime';
import { createTestKafka, numbered } from '../testing.ts';
import { createTransformRunner } from './transform.ts';

const errors: unknown[] = [];
const warnings: unknown[] = [];
const log = {
  ...silentLog(),
  warn: (about: object, message: string) => void warnings.push({ ...about, message }),
  error: (about: object, message: string) => void errors.push({ ...about, message }),
} as ReturnType<typeof silentLog>;
let kafka: ReturnType<typeof createTestKafka>;
beforeAll(async () => {
  kafka = createTestKafka((await sharedEngines()).kafkaBrokers, log);
});
afterAll(() => kafka.close());

/** A topic that is not compacted: Kafka refuses to delete records of compacted ones on request. */
const kept = async (name: string): Promise<string> => {
  const topic = kafka.inKafka(name);
  const admin = kafka.kafka.admin();
  await admin.connect();
  const configEntries = [{ name: 'cleanup.policy', value: 'delete' }];
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 1, configEntries }] });
  await admin.disconnect();
  return name;
};

const topicsFor = async (name: string) => ({
  input: await kept(`${name}.in`),
  output: await kafka.topic(`${name}.out`),
  dead: await kafka.topic(`${name}.dlq`),
});
type Topics = Awaited<ReturnType<typeof topicsFor>>;

const start = ({ input, output, dead }: Topics) => {
  const runner = createTransformRunner({
    kafka: kafka.kafka,
    admin: kafka.admin,
    log,
    topic: input,
    outputTopic: output,
    deadLetterTopic: dead,
    groupId: `${input}.g`,
    sessionTimeoutMs: 6000,
    tickMs: 50,
    backoff: { firstMs: 10, maxMs: 100 },
    transform: ({ key, value }) => ({ key, value: String(value), headers: {} }),
  });
  runner.start();
  return kafka.stoppedAtLast(runner);
};

const withAdmin = async (use: (admin: ReturnType<typeof kafka.kafka.admin>) => Promise<unknown>) => {
  const admin = kafka.kafka.admin();
  await admin.connect();
  // Deleting records needs the metadata of their topic, which kafkajs does not request by itself.
  await use(admin).finally(() => admin.disconnect());
};
const deleteBefore = (name: string, offset: number) =>
  withAdmin(async (admin) => {
    const topic = kafka.inKafka(name);
    await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: String(offset) }] });
  });
const commit = (topic: string, offset: number) =>
  withAdmin((admin) =>
    admin.setOffsets({
      groupId: kafka.inKafka(`${topic}.g`),
      topic: kafka.inKafka(topic),
      partitions: [{ partition: 0, offset: String(offset) }],
    }),
  );
const values = async (topic: string) => (await kafka.readAll(topic)).map(({ value }) => Number(value));
const from = (first: number, end: number) => Array.from({ length: end - first }, (_, i) => first + i);

test('a log that begins after the committed offset is read from its start, and what was skipped is logged', async () => {
  const topics = await topicsFor('purged');
  await kafka.publish(topics.input, numbered(0, 10));
  await deleteBefore(topics.input, 5);
  const runner = start(topics);
  await until('caught up', () => runner.status().caughtUp);
  expect(await runner.lag()).toBe(0);
  await runner.stop();
  expect(await values(topics.output)).toEqual(from(5, 10));
  expect(warnings).toContainEqual(
    expect.objectContaining({ topic: topics.input, next: 0, low: 5, skipped: 5 }),
  );
});

test('a reader whose next records are deleted moves past them, and its lag is right', async () => {
  const topics = await topicsFor('moved');
  await kafka.publish(topics.input, numbered(0, 10));
  const runner = start(topics);
  await until('caught up', () => runner.status().caughtUp);
  await deleteBefore(topics.input, 10);
  await kafka.publish(topics.input, numbered(10, 12));
  await deleteBefore(topics.input, 12);
  await kafka.publish(topics.input, numbered(12, 15));
  await until('caught up again', async () => (await values(topics.output)).at(-1) === 14);
  await until('no lag', () => runner.status().caughtUp && runner.status().lag === 0);
  expect(await runner.lag()).toBe(0);
  await runner.stop();
  const seen = await values(topics.output);
  expect(seen).toEqual([...new Set(seen)]);
  expect(seen).toEqual(expect.arrayContaining([...from(0, 10), ...from(12, 15)]));
});

test('a log that ends before the committed offset is a new log: lag counts all of it, and it is read from its start', async () => {
  const topics = await topicsFor('beyond');
  await kafka.publish(topics.input, numbered(0, 10));
  await commit(topics.input, 1000);
  expect(await kafka.admin.lagOfGroup(`${topics.input}.g`, topics.input)).toBe(10);
  const runner = start(topics);
  await until('caught up', () => runner.status().caughtUp);
  expect(await runner.lag()).toBe(0);
  await runner.stop();
  expect(await values(topics.output)).toEqual(from(0, 10));
  expect(errors).toContainEqual(
    expect.objectContaining({ topic: topics.input, next: 1000, low: 0, high: 10 }),
  );
  // The markers of a transaction are written behind its end, and with them its offsets.
  await until(
    'the offset is committed',
    async () => (await kafka.admin.committed(`${topics.input}.g`, topics.input, 0)) === 10,
  );
});
