import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { sharedEngines } from '@skillstream/engines/testing';
import type { LogRecord } from './record.ts';
import { createTestKafka, numbered, readAll } from './testing.ts';
import { createTransactionalPublisher } from './transactional-publisher.ts';

let kafka: ReturnType<typeof createTestKafka>;
beforeAll(async () => {
  kafka = createTestKafka((await sharedEngines()).kafkaBrokers);
});
afterAll(() => kafka.close());

const open = (topic: string) => createTransactionalPublisher(kafka.kafka, `${topic}.tx`);
const values = async (topic: string) => (await kafka.readAll(topic)).map(({ value }) => Number(value));

test('a second publisher with the id fences the first: its transaction throws and its records stay invisible', async () => {
  const topic = await kafka.topic('fence');
  const first = await open(topic);
  let second = first;
  const fenced = first.transact(async (scope) => {
    await scope.send(topic, numbered(0, 5));
    second = await open(topic);
  });
  await expect(fenced).rejects.toMatchObject({ code: 'fenced', retryable: true });
  await expect(first.transact((scope) => scope.send(topic, numbered(5, 10)))).rejects.toThrow();
  await second.transact((scope) => scope.send(topic, numbered(10, 15)));
  await Promise.all([first.close(), second.close()]);
  expect(await values(topic)).toEqual([10, 11, 12, 13, 14]);
});

test('records and offset of a transaction commit together, or neither does', async () => {
  const topic = await kafka.topic('together');
  const group = `${topic}.g`;
  // A broker that has just started creates the group's coordinator when it is first asked for.
  await until('the group has a coordinator', async () => {
    await kafka.admin.committed(group, topic, 0);
    return true;
  });
  const publisher = await open(topic);
  const work = (from: number, fails: boolean) =>
    publisher.transact(async (scope) => {
      await scope.send(topic, numbered(from, from + 3));
      await scope.sendOffset(group, topic, 0, from + 3);
      if (fails) throw new Error('changed its mind');
    });
  await work(0, false);
  await expect(work(3, true)).rejects.toMatchObject({ code: 'unavailable' });
  await publisher.close();
  expect(await values(topic)).toEqual([0, 1, 2]);
  // Whoever opens waits for the markers, also for that of the offset.
  await (await open(topic)).close();
  expect(await kafka.admin.committed(group, topic, 0)).toBe(3);
});

test('what a test reads of a topic includes what a transaction writes that is open when it begins', async () => {
  const topic = await kafka.topic('open');
  const publisher = await open(topic);
  let looks = 0;
  let found: LogRecord[] | null = null;
  const ends: typeof kafka.admin.ends = (name) => ((looks += 1), kafka.admin.ends(name));
  let reading = Promise.resolve();
  await publisher.transact(async (scope) => {
    await scope.send(topic, numbered(0, 3));
    const by = { kafka: kafka.kafka, admin: { ...kafka.admin, ends } };
    reading = readAll(by, topic).then((records) => void (found = records));
    await until('it has looked again, or is done', () => looks > 3 || found !== null);
  });
  await reading;
  expect(found!.map(({ value }) => Number(value))).toEqual([0, 1, 2]);
  await publisher.close();
});
