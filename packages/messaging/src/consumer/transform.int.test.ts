import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { deadLetterHeaders } from '@skillstream/contracts';
import { sharedEngines } from '@skillstream/engines/testing';
import kafkajs from 'kafkajs';
import type { LogRecord, OutgoingRecord } from '../record.ts';
import { createTestKafka, numbered } from '../testing.ts';
import type { TopicAdmin } from '../topic-admin.ts';
import { createTransactionalPublisher } from '../transactional-publisher.ts';
import { createTransformRunner, type TransformHooks, type TransformSettings } from './transform.ts';

const { ConfigResourceTypes } = kafkajs;
let kafka: ReturnType<typeof createTestKafka>;
beforeAll(async () => {
  kafka = createTestKafka((await sharedEngines()).kafkaBrokers);
});
afterAll(() => kafka.close());

const double = (record: LogRecord): OutgoingRecord => {
  if (record.headers['grow']) return { key: record.key, value: 'x'.repeat(1_100_000), headers: {} };
  if (record.headers['swell']) return { key: record.key, value: 'x'.repeat(900_000), headers: {} };
  const n = Number(record.value);
  if (Number.isNaN(n)) throw new Error(`not a number: ${String(record.value)}`);
  return { key: record.key, value: String(2 * n), headers: {} };
};

const start = (
  topics: { input: string; output: string; dead: string },
  hooks: TransformHooks = {},
  groupId = `${topics.input}.g`,
  admin = kafka.admin,
  report: Pick<TransformSettings, 'narrate' | 'onDeadLetter'> = {},
) => {
  const runner = createTransformRunner({
    kafka: kafka.kafka,
    admin,
    log: kafka.log,
    topic: topics.input,
    outputTopic: topics.output,
    deadLetterTopic: topics.dead,
    groupId,
    sessionTimeoutMs: 6000,
    maxBytesPerPartition: 2000,
    backoff: { firstMs: 10, maxMs: 100 },
    transform: double,
    makeTopics: () =>
      kafka.admin.ensureTopics(
        [topics.output, topics.dead].map((name) => ({ name, cleanup: 'compact', description: '' })),
        1,
        new AbortController().signal,
      ),
    hooks,
    ...report,
  });
  runner.start();
  return kafka.stoppedAtLast(runner);
};

const topicsFor = async (name: string, partitions = 1) => ({
  input: await kafka.topic(`${name}.in`, partitions),
  output: await kafka.topic(`${name}.out`, partitions),
  dead: await kafka.topic(`${name}.dlq`, partitions),
});

const values = async (topic: string) => (await kafka.readAll(topic)).map(({ value }) => Number(value));
const sorted = (list: number[]) => [...list].sort((a, b) => a - b);
const doubled = (n: number) => Array.from({ length: n }, (_, i) => 2 * i);

test('every record is transformed exactly once, in order, across restarts', async () => {
  const topics = await topicsFor('restarts');
  await kafka.publish(topics.input, numbered(0, 300));
  for (const published of [300, 600]) {
    const runner = start(topics);
    await until('the group has caught up', () => runner.status().caughtUp);
    await runner.stop();
    if (published === 300) await kafka.publish(topics.input, numbered(300, 600));
  }
  expect(await values(topics.output)).toEqual(doubled(600));
});

test('a poison record becomes a dead letter with its reason, and the rest goes on', async () => {
  const topics = await topicsFor('poison');
  const poison = { key: 'bad', value: 'seven', headers: { kept: 'yes' } };
  await kafka.publish(topics.input, [...numbered(0, 2), poison, ...numbered(2, 4)]);
  const runner = start(topics);
  await until('the group has caught up', () => runner.status().caughtUp);
  await runner.stop();
  expect(await values(topics.output)).toEqual([0, 2, 4, 6]);
  const [letter, ...others] = await kafka.readAll(topics.dead);
  expect(others).toEqual([]);
  expect(letter!.key).toBe(`${topics.input}/0/2`);
  expect(String(letter!.value)).toBe('seven');
  expect(letter!.headers).toMatchObject({
    kept: 'yes',
    [deadLetterHeaders.key]: 'bad',
    [deadLetterHeaders.reason]: 'not a number: seven',
    [deadLetterHeaders.topic]: topics.input,
    [deadLetterHeaders.partition]: '0',
    [deadLetterHeaders.offset]: '2',
    [deadLetterHeaders.attempts]: '1',
  });
});

test('an aborted transaction at the end of the log leaves no lag by the committed offset', async () => {
  const topics = await topicsFor('aborted-end');
  await kafka.publish(topics.input, numbered(0, 3));
  const runner = start(topics);
  await until('all is taken', async () => (await values(topics.output)).length === 3);
  const publisher = await createTransactionalPublisher(kafka.kafka, `${topics.input}.aborted`);
  const aborted = publisher.transact(async ({ send }) => {
    await send(topics.input, numbered(3, 6));
    throw new Error('aborted for the test');
  });
  await expect(aborted).rejects.toThrow('aborted for the test');
  await publisher.close();
  await until(
    'the lag is gone',
    async () => (await kafka.admin.lagOfGroup(`${topics.input}.g`, topics.input)) === 0,
  );
  await runner.stop();
  expect(await values(topics.output)).toEqual(doubled(3));
});

test('a failed transaction is retried, once, and a dead letter narrated and counted when it is written', async () => {
  const topics = await topicsFor('redelivery');
  await kafka.publish(topics.input, [...numbered(0, 50), { key: 'bad', value: 'seven', headers: {} }]);
  let failures = 3;
  const said: unknown[] = [];
  const beforeCommit = async () => {
    failures -= 1;
    if (failures >= 0) throw new Error('fails before its commit');
  };
  const runner = start(topics, { beforeCommit }, undefined, undefined, {
    narrate: (event) => void (event.type === 'dead-lettered' && said.push(event.offset)),
    onDeadLetter: ({ key }) => void said.push(key),
  });
  await until('the group has caught up', () => runner.status().caughtUp);
  await runner.stop();
  expect(failures).toBeLessThan(0);
  expect(await values(topics.output)).toEqual(doubled(50));
  expect(await kafka.readAll(topics.dead)).toHaveLength(1);
  expect(said).toEqual([50, 'bad']);
});

test('a rebalance in the middle of a batch neither loses nor repeats records', async () => {
  const topics = await topicsFor('rebalance', 4);
  await kafka.publish(topics.input, numbered(0, 2000));
  let joined: () => void = () => undefined;
  const secondJoined = new Promise<void>((resolve) => (joined = resolve));
  let batches = 0;
  const first = start(topics, {
    beforeCommit: async () => {
      batches += 1;
      if (batches === 2) await secondJoined;
    },
  });
  await until('the first is inside its second batch', () => batches >= 2);
  const second = start(topics);
  joined();
  await until(
    'both share the partitions',
    () => first.status().partitions.length === 2 && second.status().partitions.length === 2,
  );
  await until('both have caught up', () => first.status().caughtUp && second.status().caughtUp);
  await Promise.all([first.stop(), second.stop()]);
  expect(sorted(await values(topics.output))).toEqual(doubled(2000));
});

test('a zombie inside a transaction is fenced by the next owner: its outputs are not visible', async () => {
  const topics = await topicsFor('zombie');
  await kafka.publish(topics.input, numbered(0, 20));
  let woken: () => void = () => undefined;
  const sleeping = new Promise<void>((resolve) => (woken = resolve));
  let inside = false;
  const zombie = start(topics, {
    beforeCommit: async () => {
      inside = true;
      await sleeping;
    },
  });
  await until('the zombie is inside its transaction', () => inside);
  // What the group does for the next owner of the partition; the zombie does not know about it.
  const publisher = await createTransactionalPublisher(kafka.kafka, `${topics.input}.g-${topics.input}-0`);
  const next = (await kafka.admin.committed(`${topics.input}.g`, topics.input, 0)) ?? 0;
  expect(next).toBe(0);
  await publisher.transact(async (scope) => {
    await scope.send(
      topics.output,
      numbered(0, 20).map((r) => ({ ...r, value: String(2 * Number(r.value)) })),
    );
    await scope.sendOffset(`${topics.input}.g`, topics.input, 0, 20);
  });
  await publisher.close();
  woken();
  await until('the zombie owns the partition anew and has caught up', () => zombie.status().caughtUp);
  await zombie.stop();
  expect(await values(topics.output)).toEqual(doubled(20));
});

test('a coordinator that resumes and returns an old offset causes no second transformation', async () => {
  const topics = await topicsFor('stale');
  await kafka.publish(topics.input, numbered(0, 20));
  const first = start(topics);
  await until('all is transformed', async () => (await kafka.readAll(topics.output)).length === 20);
  await first.stop();
  let asked = 0;
  const admin: TopicAdmin = {
    ...kafka.admin,
    committed: async (...of) => (++asked === 1 ? 3 : kafka.admin.committed(...of)),
  };
  const second = start(topics, {}, `${topics.input}.g`, admin);
  await kafka.publish(topics.input, numbered(20, 30));
  await until('the rest is transformed', async () => second.status().caughtUp && (await second.lag()) === 0);
  await second.stop();
  const found = (await kafka.readAll(topics.output)).map(({ value }) => Number(value) / 2);
  expect(found).toEqual(Array.from({ length: 30 }, (_, n) => n));
});

test('an output over the limit of a record is a dead letter of its input, and the rest goes on', async () => {
  const topics = await topicsFor('large');
  const grows = { key: 'grows', value: '7', headers: { grow: 'yes' } };
  await kafka.publish(topics.input, [...numbered(0, 2), grows, ...numbered(2, 4)]);
  const runner = start(topics);
  await until('the group has caught up', () => runner.status().caughtUp);
  await runner.stop();
  expect(await values(topics.output)).toEqual([0, 2, 4, 6]);
  const letters = await kafka.readAll(topics.dead);
  expect(letters.map(({ value }) => String(value))).toEqual(['7']);
  expect(letters[0]!.headers).toMatchObject({
    grow: 'yes',
    [deadLetterHeaders.code]: 'too-large',
    [deadLetterHeaders.offset]: '2',
  });
});

test('an input as large as a record can be becomes a dead letter that fits, and the rest goes on', async () => {
  const topics = await topicsFor('largest');
  const largest = { key: 'x', value: Buffer.alloc(1_048_000, 'x'), headers: { kept: 'yes' } };
  await kafka.publish(topics.input, [...numbered(0, 2), largest, ...numbered(2, 4)]);
  const runner = start(topics);
  await until('the group has caught up', () => runner.status().caughtUp);
  await runner.stop();
  expect(await values(topics.output)).toEqual([0, 2, 4, 6]);
  const [letter, ...others] = await kafka.readAll(topics.dead);
  expect(others).toEqual([]);
  expect(letter!.headers).toMatchObject({ kept: 'yes', [deadLetterHeaders.offset]: '2' });
  expect(Number(letter!.headers[deadLetterHeaders.cut])).toBeGreaterThan(1_048_000);
});

test('outputs of more bytes than one transaction takes are written in several, each record once', async () => {
  const topics = await topicsFor('several');
  const swell = numbered(0, 12).map((record) => ({ ...record, headers: { swell: 'yes' } }));
  await kafka.publish(topics.input, swell);
  let commits = 0;
  const runner = start(topics, { beforeCommit: async () => void (commits += 1) });
  await until('the group has caught up', () => runner.status().caughtUp);
  await runner.stop();
  expect(commits).toBeGreaterThan(1);
  expect((await kafka.readAll(topics.output)).map(({ key }) => key)).toEqual(swell.map(({ key }) => key));
});

test('a topic whose size limit is too low is repaired, and processing continues', async () => {
  const topics = await topicsFor('narrow');
  const admin = kafka.kafka.admin();
  await admin.connect();
  const configEntries = [{ name: 'max.message.bytes', value: '100000' }];
  const resources = [{ type: ConfigResourceTypes.TOPIC, name: kafka.inKafka(topics.output), configEntries }];
  await admin.alterConfigs({ validateOnly: false, resources });
  await admin.disconnect();
  await kafka.publish(topics.input, [{ key: 'k', value: '7', headers: { swell: 'yes' } }]);
  const runner = start(topics);
  await until('the group has caught up', () => runner.status().caughtUp && runner.status().lag === 0);
  await runner.stop();
  expect((await kafka.readAll(topics.output)).map(({ value }) => value!.length)).toEqual([900_000]);
});

test('a deleted dead-letter topic is recreated by its writer, and processing continues', async () => {
  const topics = await topicsFor('deleted');
  await kafka.publish(topics.input, [{ key: 'bad', value: 'seven', headers: {} }]);
  const runner = start(topics);
  await until('the first letter is written', async () => (await kafka.readAll(topics.dead)).length === 1);
  await kafka.admin.deleteTopics([topics.dead]);
  await kafka.publish(topics.input, [{ key: 'bad', value: 'eight', headers: {} }, ...numbered(1, 3)]);
  await until('the group has caught up', () => runner.status().caughtUp && runner.status().lag === 0);
  await until('the outputs are there', async () => (await values(topics.output)).length === 2);
  await runner.stop();
  expect(await values(topics.output)).toEqual([2, 4]);
  expect((await kafka.readAll(topics.dead)).map(({ value }) => String(value))).toEqual(['eight']);
});
