import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { silentLog } from '@skillstream/runtime';
import type { EachBatchPayload, Kafka } from 'kafkajs';
import type { TopicAdmin } from '../topic-admin.ts';
import { createRunner, type Runner } from './runner.ts';

let runner: Runner;
afterEach(() => runner.stop());

/** A runner whose owner is at offset 5, over a kafkajs that delivers what the test says. */
const start = async (release: () => Promise<void> = async () => undefined) => {
  const emitter = new EventEmitter();
  const seeks: number[] = [];
  const checked: number[] = [];
  const taken: number[] = [];
  let eachBatch: (payload: EachBatchPayload) => Promise<void> = async () => undefined;
  let goOnAt: number | null = null;
  const none = async () => undefined;
  const consumer = {
    events: { GROUP_JOIN: 'join', HEARTBEAT: 'heartbeat', END_BATCH_PROCESS: 'end', CRASH: 'crash' },
    on: emitter.on.bind(emitter),
    seek: ({ offset }: { offset: string }) => void seeks.push(Number(offset)),
    run: async (config: { eachBatch: typeof eachBatch }) => {
      ({ eachBatch } = config);
      emitter.emit('join', { payload: { memberAssignment: { t: [0] } } });
    },
    ...{ connect: none, subscribe: none, disconnect: none, commitOffsets: none, pause: none, resume: none },
  };
  runner = createRunner({
    ...{ topic: 't', groupId: 'g', log: silentLog(), commitForLag: false, tickMs: 1 },
    kafka: { consumer: () => consumer } as unknown as Kafka,
    admin: { ends: async () => [{ partition: 0, low: 0, high: 1001 }] } as unknown as TopicAdmin,
    acquire: async () => ({
      release,
      next: 5,
      take: async (_records, upTo) => {
        taken.push(upTo);
        const next = goOnAt ?? upTo + 1;
        goOnAt = null;
        return next;
      },
      check: async (fetched) => {
        checked.push(fetched);
        return null;
      },
    }),
  });
  runner.start();
  await until('the partition is acquired', () => seeks.length === 1);
  return {
    seeks,
    taken,
    hidden: (first: number | null, last: number) => {
      const offsets = { firstOffset: first === null ? null : String(first), lastOffset: String(last) };
      emitter.emit('end', { payload: { partition: 0, batchSize: 0, ...offsets } });
    },
    batch: (from: number, last: number) =>
      eachBatch({
        batch: {
          ...{
            partition: 0,
            fetchedOffset: String(from),
            highWatermark: '1001',
            lastOffset: () => String(last),
          },
          messages: [{ offset: String(last), key: null, value: null, headers: {}, timestamp: '0' }],
        },
        resolveOffset: () => undefined,
        isStale: () => false,
      } as unknown as EachBatchPayload),
    /** Makes the owner report another position from now on. */
    fetched: async () => {
      checked.length = 0;
      return until('the owner is asked', () => checked.at(-1));
    },
    goOnAt: (next: number) => void (goOnAt = next),
  };
};

test('an empty batch that was fetched before a seek skips nothing and does not advance the position', async () => {
  const { seeks, hidden, fetched, batch, taken } = await start();
  hidden(1000, 1000);
  expect(seeks).toEqual([5, 5]);
  expect(await fetched()).toBe(5);
  await batch(5, 9);
  expect(taken).toEqual([9]);
  expect(await fetched()).toBe(10);
});

test('an empty batch at the position, or one that comes again behind a gap, is passed over', async () => {
  const { seeks, hidden, fetched } = await start();
  hidden(5, 6);
  expect(await fetched()).toBe(7);
  hidden(9, 9);
  expect(await fetched()).toBe(7);
  hidden(9, 9);
  expect(await fetched()).toBe(10);
  // Compaction has emptied what was fetched: it starts where the fetch started.
  hidden(null, 10);
  expect(await fetched()).toBe(11);
  expect(seeks).toEqual([5, 7]);
});

test('once an owner moves the position, an empty batch from before is not trusted', async () => {
  const { seeks, hidden, fetched, batch, goOnAt } = await start();
  goOnAt(0);
  await batch(5, 9);
  expect(seeks).toEqual([5, 0]);
  hidden(10, 10);
  expect(await fetched()).toBe(0);
  expect(seeks).toEqual([5, 0, 0]);
});

test('stopping waits until what was read is released', async () => {
  const happened: string[] = [];
  const releasing = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  await start(async () => {
    releasing.resolve();
    await mayEnd.promise;
    happened.push('released');
  });
  const stopped = runner.stop().then(() => happened.push('stopped'));
  await releasing.promise;
  await turn();
  mayEnd.resolve();
  await stopped;
  expect(happened).toEqual(['released', 'stopped']);
});
