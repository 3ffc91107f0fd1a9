import { expect, test } from '@jest/globals';
import type { Kafka, ProducerRecord } from 'kafkajs';
import { numbered } from './testing.ts';
import { createTransactionalPublisher } from './transactional-publisher.ts';

/** A client whose requests are noted; sends are refused. */
const refusing = (notes: string[]) =>
  ({
    admin: () => ({
      connect: async () => undefined,
      fetchTopicMetadata: async () => ({ topics: [{ name: 't', partitions: [{ partitionId: 0 }] }] }),
      disconnect: async () => undefined,
    }),
    producer: () => ({
      connect: async () => undefined,
      disconnect: async () => void notes.push('disconnect'),
      transaction: async () => ({
        send: async ({ topic }: ProducerRecord) => {
          notes.push(`send ${topic}`);
          throw new Error('refused');
        },
        commit: async () => void notes.push('commit'),
        abort: async () => void notes.push('abort'),
      }),
    }),
  }) as unknown as Kafka;

const open = async () => {
  const notes: string[] = [];
  const publisher = await createTransactionalPublisher(refusing(notes), 'id');
  // The empty transaction that fences.
  expect(notes.splice(0)).toEqual(['abort']);
  return { notes, publisher };
};

test('a transaction whose send failed is neither committed, though the work swallowed the error, nor aborted with its own epoch', async () => {
  const { notes, publisher } = await open();
  const transacted = publisher.transact((scope) => scope.send('t', numbered(0, 1)).catch(() => undefined));
  await expect(transacted).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  expect(notes).toEqual(['send t']);
});

test('a send that the work did not wait for ends before the transaction does', async () => {
  const { notes, publisher } = await open();
  const transacted = publisher.transact(async (scope) => {
    scope.send('t', numbered(0, 1)).catch(() => undefined);
  });
  await expect(transacted).rejects.toMatchObject({ code: 'unavailable' });
  expect(notes).toEqual(['send t']);
});

test('a transaction whose work failed is aborted', async () => {
  const { notes, publisher } = await open();
  const transacted = publisher.transact(async () => {
    throw new Error('changed its mind');
  });
  await expect(transacted).rejects.toThrow('changed its mind');
  expect(notes).toEqual(['abort']);
});
