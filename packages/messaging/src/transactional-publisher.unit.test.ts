import { describe, expect, test } from '@jest/globals';
import type { Kafka, ProducerRecord, RequestEvent } from 'kafkajs';
import { knowClients } from './client.ts';
import { createPublisher } from './publisher.ts';
import { numbered } from './testing.ts';
import { createTransactionalPublisher } from './transactional-publisher.ts';

const PATIENCE_MS = 20;
const never = () => new Promise<never>(() => undefined);
const refuse = async () => {
  throw new Error('refused');
};

type Step = 'connect' | 'send' | 'commit' | 'disconnect';

const END_TXN = 26;
const beginnings = { AddPartitionsToTxn: 24, AddOffsetsToTxn: 25 };

/** A client whose steps are recorded, and fail or hang where a test wants it. */
const fake = (steps: Partial<Record<Step, () => Promise<never>>>) => {
  const notes: string[] = [];
  const step = (name: Step, note: string = name) => {
    notes.push(note);
    return steps[name]?.() ?? Promise.resolve();
  };
  const send = async ({ topic, messages }: ProducerRecord) => {
    await step('send', `send ${topic}`);
    return [{ topicName: topic, partition: messages[0]!.partition!, errorCode: 0 }];
  };
  const listeners: ((event: RequestEvent) => void)[] = [];
  const common = {
    events: { REQUEST: 'request' },
    on: (event: string, listener: (typeof listeners)[number]) =>
      void (event === 'request' && listeners.push(listener)),
  };
  /** A broker has responded to a request. */
  const answered = (apiKey: number, broker: string) =>
    listeners.forEach((listener) => listener({ payload: { apiKey, broker } } as RequestEvent));
  const kafka = {
    admin: () => ({
      ...common,
      connect: async () => undefined,
      fetchTopicMetadata: async () => ({ topics: [{ name: 't', partitions: [{ partitionId: 0 }] }] }),
      disconnect: async () => undefined,
    }),
    producer: () => ({
      ...common,
      connect: () => step('connect'),
      disconnect: () => step('disconnect'),
      send,
      transaction: async () => ({
        send,
        commit: () => step('commit'),
        abort: async () => void notes.push('abort'),
      }),
    }),
  } as unknown as Kafka;
  const make = () => {
    let produces = false;
    const producer = () => {
      produces = true;
      return kafka.producer();
    };
    let givenUp = false;
    const destroy = () => {
      if (produces && !givenUp) notes.push('given up');
      givenUp = true;
    };
    return { kafka: { ...kafka, producer } as unknown as Kafka, destroy };
  };
  knowClients(kafka, make, () => undefined);
  return { kafka, notes, answered };
};

const open = async (steps: Parameters<typeof fake>[0]) => {
  const { kafka, notes, answered } = fake(steps);
  const publisher = await createTransactionalPublisher(kafka, 'id', PATIENCE_MS);
  // The empty transaction that fences.
  expect(notes.splice(0)).toEqual(['connect', 'abort']);
  return { notes, publisher, answered };
};

test('a transaction whose send failed is neither committed, though the work swallowed the error, nor aborted with its own epoch', async () => {
  const { notes, publisher } = await open({ send: refuse });
  const transacted = publisher.transact((scope) => scope.send('t', numbered(0, 1)).catch(() => undefined));
  await expect(transacted).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  expect(notes.filter((note) => note !== 'given up')).toEqual(['send t']);
});

test('a send that the work did not wait for ends before the transaction does', async () => {
  const { notes, publisher } = await open({ send: refuse });
  const transacted = publisher.transact(async (scope) => {
    scope.send('t', numbered(0, 1)).catch(() => undefined);
  });
  await expect(transacted).rejects.toMatchObject({ code: 'unavailable' });
  expect(notes.filter((note) => note !== 'given up')).toEqual(['send t']);
});

test('a transaction whose work failed is aborted', async () => {
  const { notes, publisher } = await open({});
  const transacted = publisher.transact(async () => {
    throw new Error('changed its mind');
  });
  await expect(transacted).rejects.toThrow('changed its mind');
  expect(notes).toEqual(['abort', 'given up']);
});

describe.each(Object.entries(beginnings))('a commit after %s', (_, begin) => {
  /** @param brokers which broker responds to each step of a transaction, the last one being its commit */
  const transact = async (publisher: Awaited<ReturnType<typeof open>>, ...brokers: string[]) =>
    publisher.publisher.transact(async () => {
      for (const [i, broker] of brokers.entries())
        publisher.answered(i === brokers.length - 1 ? END_TXN : begin, broker);
    });

  test('answered by the broker that began the transaction is final, also where another one was asked before', async () => {
    const opened = await open({});
    await transact(opened, 'a:1', 'a:1');
    await transact(opened, 'a:1', 'b:1', 'b:1');
    expect(opened.notes).toEqual(['commit', 'commit']);
  });

  test('answered by another broker has an unknown outcome: that one may mean the transaction before', async () => {
    const opened = await open({});
    await transact(opened, 'a:1', 'a:1');
    const late = transact(opened, 'b:1', 'a:1');
    await expect(late).rejects.toMatchObject({ code: 'unavailable', retryable: true });
    expect(opened.notes).toContain('given up');
  });
});

const late = { code: 'timeout', retryable: true };

test('a hanging broker is not waited for forever: to connect, to send, to commit, to close', async () => {
  const connecting = fake({ connect: never });
  await expect(createTransactionalPublisher(connecting.kafka, 'id', PATIENCE_MS)).rejects.toMatchObject(late);
  expect(connecting.notes).toEqual(['connect', 'given up']);

  const sending = await open({ send: never });
  const work = sending.publisher.transact((scope) => scope.send('t', numbered(0, 1)));
  await expect(work).rejects.toMatchObject(late);
  expect(sending.notes).toEqual(['send t', 'given up']);

  const committing = await open({ commit: never });
  await expect(committing.publisher.transact(async () => undefined)).rejects.toMatchObject(late);
  expect(committing.notes).toEqual(['commit', 'given up']);

  const closing = await open({ disconnect: never });
  await closing.publisher.close();
  expect(closing.notes).toEqual(['disconnect', 'given up']);
});

test('a publisher without transactions destroys a hanging client, and the next call has a new one', async () => {
  const hangs = [never];
  const { kafka, notes } = fake({ send: (() => hangs.shift()?.()) as () => Promise<never> });
  const publisher = createPublisher(kafka, { patienceMs: PATIENCE_MS });
  await expect(publisher.publish('t', numbered(0, 1))).rejects.toMatchObject(late);
  await publisher.publish('t', numbered(0, 1));
  expect(notes).toEqual(['connect', 'send t', 'given up', 'connect', 'send t']);
});

test('calls of one publisher run one after the other: a retry of one and the sequence numbers of another never mix', async () => {
  const first = Promise.withResolvers<never>();
  const waits = [() => first.promise];
  const { kafka, notes } = fake({ send: (() => waits.shift()?.()) as () => Promise<never> });
  const publisher = createPublisher(kafka);
  const calls = [publisher.publish('t', numbered(0, 1)), publisher.publish('t', numbered(1, 2))];
  await new Promise(setImmediate);
  expect(notes).toEqual(['connect', 'send t']);
  first.resolve(undefined as never);
  await Promise.all(calls);
  expect(notes).toEqual(['connect', 'send t', 'send t']);
});
