import { expect, test } from '@jest/globals';
import type { EachBatchPayload, Kafka } from 'kafkajs';
import { readRange, toTheEnd } from './read-range.ts';
import type { TopicAdmin } from './topic-admin.ts';

type Handler = (event: { payload: Record<string, unknown> }) => void;

/**
 * A kafkajs whose group rebalances in the middle of each partition and starts it again, as kafkajs does.
 * @param crash an error before it joins; kafkajs restarts by itself where the error says so
 */
const rebalancing = (ends: Record<number, number>, crash?: { error: Error; restart: boolean }) => {
  const handlers: Record<string, Handler> = {};
  const paused = new Set<number>();
  let eachBatch: (payload: EachBatchPayload) => Promise<void>;
  const partitions = Object.keys(ends).map(Number);
  const join = () => handlers['join']!({ payload: { memberAssignment: { t: partitions } } });
  const deliver = async (partition: number, upTo: number) => {
    if (paused.has(partition)) return;
    const messages = Array.from({ length: upTo }, (_, offset) => ({
      ...{ key: Buffer.from(`${partition}/${offset}`), value: null, headers: {} },
      ...{ offset: String(offset), timestamp: '0' },
    }));
    await eachBatch({ batch: { partition, messages } } as unknown as EachBatchPayload);
    handlers['end']!({ payload: { partition, lastOffset: String(upTo - 1) } });
  };
  const read = async (partition: number) => {
    await deliver(partition, 2);
    join();
    await deliver(partition, ends[partition]!);
  };
  const consumer = {
    events: { GROUP_JOIN: 'join', CRASH: 'crash', END_BATCH_PROCESS: 'end' },
    on: (event: string, handler: Handler) => (handlers[event] = handler),
    pause: ([one]: { partitions: number[] }[]) => one!.partitions.forEach((p) => paused.add(p)),
    resume: ([one]: { partitions: number[] }[]) => {
      for (const partition of one!.partitions) {
        paused.delete(partition);
        setImmediate(() => void read(partition));
      }
    },
    run: async (config: { eachBatch: typeof eachBatch }) => {
      ({ eachBatch } = config);
      if (crash) handlers['crash']!({ payload: crash });
      if (crash?.restart !== false) join();
    },
    ...{
      connect: async () => undefined,
      subscribe: async () => undefined,
      disconnect: async () => undefined,
    },
  };
  const admin = {
    ends: async () => partitions.map((partition) => ({ partition, low: 0, high: ends[partition]! })),
    deleteGroups: async () => undefined,
  };
  return { kafka: { consumer: () => consumer } as unknown as Kafka, admin: admin as unknown as TopicAdmin };
};

test('a rebalance in the middle of a partition neither ends the reading nor delivers a record twice', async () => {
  const read: string[] = [];
  await readRange(
    rebalancing({ 0: 4, 1: 3 }),
    't',
    toTheEnd((_partition, records) => read.push(...records.map(({ key }) => key!))),
  );
  expect(read).toEqual(['0/0', '0/1', '0/2', '0/3', '1/0', '1/1', '1/2']);
});

test('a partition of which there is enough is read no further, and the next one is begun', async () => {
  const read: string[] = [];
  await readRange(rebalancing({ 0: 4, 1: 3 }), 't', {
    ...toTheEnd((_partition, records) => read.push(...records.map(({ key }) => key!))),
    isEnough: () => read.length === 2,
  });
  expect(read).toEqual(['0/0', '0/1', '1/0', '1/1', '1/2']);
});

test('a crash after which kafkajs restarts by itself does not end the reading; another one does', async () => {
  const error = new Error('The coordinator is loading');
  const read: string[] = [];
  const reader = toTheEnd((_partition, records) => read.push(...records.map(({ key }) => key!)));
  await readRange(rebalancing({ 0: 2 }, { error, restart: true }), 't', reader);
  expect(read).toEqual(['0/0', '0/1']);
  await expect(readRange(rebalancing({ 0: 2 }, { error, restart: false }), 't', reader)).rejects.toThrow(
    'The coordinator is loading',
  );
});
