import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { eventHeaders } from '@skillstream/contracts';
import { sharedEngines } from '@skillstream/engines/testing';
import { createTestKafka } from '@skillstream/messaging/testing';
import { silentLog } from '@skillstream/runtime';
import { createFixture, type Fixture } from '../../test/fixture.ts';
import { createDeadLetterStore } from '../stores/mongo/dead-letter-store.ts';
import { createDeadLettersConsumer } from './dead-letters.ts';

let fixture: Fixture;
let kafka: ReturnType<typeof createTestKafka>;
beforeAll(async () => {
  fixture = await createFixture();
  kafka = createTestKafka((await sharedEngines()).kafkaBrokers);
});
afterAll(async () => {
  await kafka.close();
  await fixture.close();
});

const letter = (id: string, version: number) => ({
  ...{ key: id, value: '{}' },
  headers: { [eventHeaders.postingSource]: 'test', [eventHeaders.postingVersion]: String(version) },
});

/** Starts the consumer, and counts the dead letters that it reads from the log. */
const start = (topic: string) => {
  const store = createDeadLetterStore(fixture.mongo);
  let taken = 0;
  const counting: typeof store = {
    ...store,
    save: (at, letters, position) => {
      taken += letters.length;
      return store.save(at, letters, position);
    },
  };
  const { admin } = kafka;
  const consumer = createDeadLettersConsumer({
    ...{ kafka: kafka.kafka, admin, topics: [topic], store: counting, log: silentLog() },
    groupPrefix: `${randomUUID()}-`,
  });
  consumer.start();
  const knows = (count: number, unknown: number) =>
    until('they are counted', () => {
      const { deadLetterCounts } = consumer;
      return deadLetterCounts.postings().length === count && deadLetterCounts.unknown() === unknown;
    });
  return { ...consumer, knows, taken: () => taken };
};

test('a start reads only new dead letters, and all of them when the topic was recreated', async () => {
  const topic = await kafka.topic('dead', 2);
  const many = Array.from({ length: 300 }, (_, i) => letter(`p${i}`, 1));
  await kafka.publish(topic, [...many, { key: 'nobody', value: '', headers: {} }]);
  const first = start(topic);
  await first.knows(300, 1);
  await first.stop();
  expect(first.taken()).toBe(301);

  await kafka.publish(topic, [letter('p7', 3), letter('p300', 1)]);
  const second = start(topic);
  await second.knows(301, 1);
  await until('the newer one is counted', () => second.deadLetterCounts.diedAt('p7') === 3);
  await second.stop();
  expect(second.taken()).toBe(2);

  await kafka.admin.deleteTopics([topic]);
  await until('the topic is gone', async () => (await kafka.admin.ends(topic)).length === 0);
  await kafka.topic('dead', 2);
  await kafka.publish(topic, [letter('p1', 9)]);
  const third = start(topic);
  await third.knows(1, 0);
  expect(third.deadLetterCounts.diedAt('p1')).toBe(9);
  await third.stop();
});
