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
    save: (at, letters, position, erased) => {
      taken += letters.length;
      return store.save(at, letters, position, erased);
    },
  };
  const { admin } = kafka;
  const consumer = createDeadLettersConsumer({
    ...{ kafka: kafka.kafka, admin, topics: [topic], store: counting, log: silentLog() },
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

test('what a release that knows no keys of letters has misread is read anew once, and forgotten', async () => {
  const topic = await kafka.topic('misread', 1);
  const place = 'postings.received.v1/3/17';
  const dead = {
    ...{ key: place, value: '{}' },
    headers: {
      ...letter('test.a', 2).headers,
      ...{ dlq_topic: 'postings.received.v1', dlq_partition: '3', dlq_offset: '17', dlq_key: 'test.a' },
    },
  };
  const records = [dead, { key: 'postings.received.v1/0/1', value: null, headers: {} }];
  await kafka.publish(topic, [...records, { key: 'nobody', value: '', headers: {} }]);
  // As that release stores them: a posting with the key's name, and two records without one.
  const at = `${await kafka.admin.clusterId()}/${topic}/0`;
  const posting = { postingId: place, source: 'test', version: 2, retracted: false };
  const unknown = (offset: number) => {
    const identity = `${topic}/0/${offset}`;
    return { _id: `${at}#${identity}`, at, identity, version: 0, posting: null };
  };
  const letters = fixture.mongo.collection<{ _id: string; [field: string]: unknown }>('dead_letters');
  await letters.insertMany([
    { _id: `${at} ${place}`, at, identity: place, version: 2, posting },
    ...[unknown(1), unknown(2)],
  ]);
  await fixture.mongo
    .collection<{ _id: string; position: number }>('dead_letter_positions')
    .insertOne({ _id: at, position: 2 });

  const first = start(topic);
  await first.knows(1, 1);
  expect(first.deadLetterCounts.diedAt('test.a')).toBe(2);
  const stored = async () => (await letters.find({ at }).toArray()).map(({ _id }) => _id).toSorted();
  const right = [`${at} test.a`, unknown(2)._id].toSorted();
  await until('it is settled', async () => (await stored()).join() === right.join());
  await first.stop();
  expect(first.taken()).toBe(2);

  await kafka.publish(topic, [letter('test.b', 1)]);
  const second = start(topic);
  await second.knows(2, 1);
  await second.stop();
  expect(second.taken()).toBe(1);
});

test('an erased letter leaves nothing of its reason, also after a restart, and no record without a posting', async () => {
  const topic = await kafka.topic('erased', 2);
  const dead = (offset: number, headers: object) => ({
    ...{ key: `t/0/${offset}`, value: 'text' },
    headers: {
      ...{ dlq_topic: 't', dlq_partition: '0', dlq_offset: String(offset), dlq_reason: `quoted ${offset}` },
      ...headers,
    },
  });
  const ofPosting = (id: string) => ({ ...letter(id, 1).headers, dlq_key: id });
  const letters = [dead(1, ofPosting('a')), dead(2, ofPosting('b')), dead(3, {}), dead(4, {})];
  await kafka.publish(topic, letters);
  const first = start(topic);
  await first.knows(2, 2);
  await kafka.publish(
    topic,
    ['t/0/1', 't/0/3', 'no letter at all'].map((key) => ({ key, value: null, headers: {} })),
  );
  await first.knows(2, 1);
  await first.stop();
  const stored = async () => JSON.stringify(await fixture.mongo.collection('dead_letters').find().toArray());
  await until('the reason is gone', async () => !(await stored()).includes('quoted 1'));
  expect(await stored()).toContain('quoted 2');
  expect(await stored()).not.toContain('t/0/3');

  await kafka.publish(topic, [dead(5, {})]);
  const second = start(topic);
  await second.knows(2, 2);
  await second.stop();
});
