import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { silentLog } from '@skillstream/runtime';
import type { Consumer, Kafka } from 'kafkajs';
import { createSupervisedConsumer } from './supervised-consumer.ts';

const otherCoordinator = Object.assign(new Error('not the coordinator'), {
  type: 'NOT_COORDINATOR_FOR_GROUP',
});
const passing = Object.assign(new Error('loading'), { type: 'GROUP_LOAD_IN_PROGRESS' });

/** A kafkajs that counts how many consumers were created, and whose commits end as the test says. */
const fakeKafka = (commitOffsets: () => Promise<void>) => {
  let made = 0;
  const consumer = () => {
    made += 1;
    const none = async () => undefined;
    const events = { GROUP_JOIN: 'join', HEARTBEAT: 'beat', END_BATCH_PROCESS: 'end', CRASH: 'crash' };
    return { events, on: none, connect: none, subscribe: none, run: none, disconnect: none, commitOffsets };
  };
  return {
    kafka: { consumer: consumer as unknown as () => Consumer } as unknown as Kafka,
    made: () => made,
  };
};

let supervised: ReturnType<typeof createSupervisedConsumer>;
afterEach(() => supervised.stop());
const start = async (kafka: Kafka, made: () => number) => {
  supervised = createSupervisedConsumer(
    // It sends no heartbeat: that alone is no reason to recreate it here.
    { kafka, topic: 't', groupId: 'g', log: silentLog(), heartbeatPatienceMs: Infinity },
    { onAssigned: () => undefined, onBatch: async () => undefined, onHiddenBatch: () => undefined },
  );
  supervised.start();
  await until('there is a consumer', () => made() === 1);
};
const commit = () => supervised.commit([{ partition: 0, offset: 1 }]).catch((error: Error) => error.message);

test('a consumer whose commits go to a former coordinator is recreated', async () => {
  const { kafka, made } = fakeKafka(async () => Promise.reject(otherCoordinator));
  await start(kafka, made);
  for (let i = 0; i < 3; i += 1) expect(await commit()).toBe('not the coordinator');
  await until('another consumer is made', () => made() === 2, 60_000);
});

test('a consumer that meets one now and then, or fails otherwise, is kept', async () => {
  const errors = [
    otherCoordinator,
    otherCoordinator,
    null,
    otherCoordinator,
    passing,
    otherCoordinator,
    passing,
  ];
  const { kafka, made } = fakeKafka(async () => {
    const error = errors.shift();
    if (error) throw error;
  });
  await start(kafka, made);
  while (errors.length > 0) await commit();
  await supervised.stop();
  expect(made()).toBe(1);
});
