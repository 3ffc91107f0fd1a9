import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { sharedEngines } from '@skillstream/engines/testing';
import { createTestKafka, numbered } from '../testing.ts';
import { createTransactionalPublisher } from '../transactional-publisher.ts';
import type { Owner } from './owner.ts';
import { createRunner } from './runner.ts';

let kafka: ReturnType<typeof createTestKafka>;
beforeAll(async () => {
  kafka = createTestKafka((await sharedEngines()).kafkaBrokers);
});
afterAll(() => kafka.close());

/** State with its position beside it, as a store would have it. */
const createState = () => ({ position: -1, taken: [] as number[] });
type State = ReturnType<typeof createState>;

const start = (topic: string, state: State, change: Partial<Owner> = {}) => {
  const runner = createRunner({
    kafka: kafka.kafka,
    admin: kafka.admin,
    log: kafka.log,
    topic,
    groupId: `${topic}.g`,
    sessionTimeoutMs: 6000,
    maxBytesPerPartition: 1000,
    commitForLag: true,
    tickMs: 50,
    backoff: { firstMs: 10, maxMs: 50 },
    acquire: async () => ({
      next: state.position + 1,
      take: async (records, upTo) => {
        state.taken.push(...records.map((record) => Number(record.value)));
        state.position = upTo;
        return upTo + 1;
      },
      ...change,
    }),
  });
  runner.start();
  return kafka.stoppedAtLast(runner);
};

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

test('reading continues from the position beside the state, whatever Kafka has committed', async () => {
  const topic = await kafka.topic('beside');
  await kafka.publish(topic, numbered(0, 100));
  const state = createState();
  const first = start(topic, state);
  await until('all is taken', () => first.status().caughtUp);
  await until(
    'Kafka knows the offset, for lag',
    async () => (await kafka.admin.committed(`${topic}.g`, topic, 0)) === 100,
  );
  await first.stop();
  state.position = 49;
  state.taken = [];
  const second = start(topic, state);
  await until('all is taken again', () => second.status().caughtUp);
  await second.stop();
  expect(state.taken).toEqual(upTo(100).slice(50));
});

test('a failed batch is read again from the position, in order, and nothing is skipped', async () => {
  const topic = await kafka.topic('fails');
  await kafka.publish(topic, numbered(0, 200));
  const state = createState();
  let failures = 4;
  const runner = start(topic, state, {
    take: async (records, last) => {
      failures -= 1;
      if (failures >= 0 && failures % 2 === 0) throw new Error('the engine is away');
      state.taken.push(...records.map((record) => Number(record.value)));
      state.position = last;
      return last + 1;
    },
  });
  await until('all is taken', () => runner.status().caughtUp);
  await runner.stop();
  expect(state.taken).toEqual(upTo(200));
});

test('on a quiet log a state that fell back is noticed and rebuilt', async () => {
  const topic = await kafka.topic('quiet');
  await kafka.publish(topic, numbered(0, 30));
  const state = createState();
  let expected = -1;
  const runner = start(topic, state, {
    check: async () => {
      if (state.position !== -1 || expected === -1) {
        expected = state.position;
        return null;
      }
      expected = -1;
      return 0;
    },
  });
  await until('all is taken', () => state.taken.length === 30 && expected === 29);
  state.taken = [];
  state.position = -1;
  await until('all is taken again', () => state.taken.length === 30);
  await runner.stop();
  expect(state.taken).toEqual(upTo(30));
});

test('caught up counts transaction markers: an aborted transaction at the end is no lag', async () => {
  const topic = await kafka.topic('markers');
  await kafka.publish(topic, numbered(0, 5));
  const publisher = await createTransactionalPublisher(kafka.kafka, `${topic}.tx`);
  await publisher
    .transact(async (scope) => {
      await scope.send(topic, numbered(5, 9));
      throw new Error('changed its mind');
    })
    .catch(() => undefined);
  await publisher.close();
  const state = createState();
  const runner = start(topic, state);
  // The marker of the transaction is written behind its end.
  await until('caught up', () => runner.status().caughtUp && runner.status().partitions[0]!.next >= 10);
  const { partitions } = runner.status();
  await runner.stop();
  expect(state.taken).toEqual(upTo(5));
  expect(partitions).toEqual([{ partition: 0, next: 10, end: 10, lag: 0 }]);
});
