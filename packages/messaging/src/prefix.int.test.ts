import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { sharedEngines } from '@skillstream/engines/testing';
import { createTransformRunner } from './consumer/transform.ts';
import { createTestKafka, numbered } from './testing.ts';

type TestKafka = ReturnType<typeof createTestKafka>;
let [one, two]: TestKafka[] = [];
let brokers: string[] = [];
beforeAll(async () => {
  brokers = (await sharedEngines()).kafkaBrokers;
  [one, two] = [createTestKafka(brokers), createTestKafka(brokers)];
});
afterAll(async () => void (await Promise.all([one?.close(), two?.close()])));

/** Takes the log over under names that are the same for both. */
const transform = async (kafka: TestKafka) => {
  for (const topic of ['in', 'out', 'dead']) await kafka.topic(topic);
  const runner = createTransformRunner({
    ...{ kafka: kafka.kafka, admin: kafka.admin, log: kafka.log, sessionTimeoutMs: 6000, tickMs: 50 },
    ...{ topic: 'in', outputTopic: 'out', deadLetterTopic: 'dead', groupId: 'group' },
    transform: ({ key, value }) => ({ key, value: `${String(value)} of ${kafka.prefix}`, headers: {} }),
  });
  runner.start();
  return kafka.stoppedAtLast(runner);
};

test('two clients of one Kafka use the same names, and neither sees or fences the other', async () => {
  const clients = [one!, two!];
  await Promise.all(clients.map(transform));
  // The numbers of one begin where those of the other end, and both keep on writing while the other does.
  for (const step of [0, 1])
    await Promise.all(
      clients.map((kafka, i) => kafka.publish('in', numbered(100 * i + 10 * step, 100 * i + 10 * step + 10))),
    );
  for (const [i, kafka] of clients.entries()) {
    const wanted = numbered(100 * i, 100 * i + 20).map(({ value }) => `${value} of ${kafka.prefix}`);
    await until('all of its own is taken', async () => (await kafka.readAll('out')).length >= 20);
    expect((await kafka.readAll('out')).map(({ value }) => String(value))).toEqual(wanted);
    await until('its group has no lag', async () => (await kafka.admin.lagOfGroup('group', 'in')) === 0);
  }
  const admin = one!.kafka.admin();
  await admin.connect();
  const found = [await admin.listTopics(), (await admin.listGroups()).groups.map(({ groupId }) => groupId)];
  await admin.disconnect();
  for (const { prefix } of clients) {
    expect(found[0]).toEqual(expect.arrayContaining(['in', 'out', 'dead'].map((name) => `${prefix}${name}`)));
    expect(found[1]).toContain(`${prefix}group`);
  }
});
