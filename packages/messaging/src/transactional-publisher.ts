import type { Kafka, Transaction } from 'kafkajs';
import { kafkaFault } from './kafka-errors.ts';
import { partitionCounts } from './partition-count.ts';
import { createPartitionedSend } from './partitioned-send.ts';
import type { OutgoingRecord } from './record.ts';

/** What can be done inside a transaction; one thing after the other, in the order of the calls. */
export type TransactionScope = {
  send: (topic: string, records: readonly OutgoingRecord[]) => Promise<void>;
  /** The next offset that the group reads, committed with the transaction. */
  sendOffset: (groupId: string, topic: string, partition: number, next: number) => Promise<void>;
};

export type TransactionalPublisher = {
  /** Runs the work in one transaction. After an error the outcome is unknown: close this and create another. */
  transact: (work: (scope: TransactionScope) => Promise<void>) => Promise<void>;
  close: () => Promise<void>;
};

type SendAll = ReturnType<typeof createPartitionedSend>['sendAll'];

/**
 * @returns `scope`, and `done`, which rejects when any of the scope's calls did: also one that the work did not wait for,
 * or whose error it swallowed
 */
const scopeOf = (transaction: Transaction, sendAll: SendAll) => {
  let tail: Promise<void> = Promise.resolve();
  const next = (step: () => Promise<void>): Promise<void> => {
    tail = tail.then(step);
    tail.catch(() => undefined);
    return tail;
  };
  const scope: TransactionScope = {
    send: (topic, records) => next(() => sendAll((record) => transaction.send(record), topic, records)),
    sendOffset: (consumerGroupId, topic, partition, offset) =>
      next(() =>
        transaction.sendOffsets({
          consumerGroupId,
          topics: [{ topic, partitions: [{ partition, offset: String(offset) }] }],
        }),
      ),
  };
  return { scope, done: () => tail };
};

/**
 * Runs `initTransactions` for the id: every older producer with it is fenced, and its open transaction is over
 * when this resolves. The owner of an id therefore creates first and reads the state of the world after.
 * @throws SkillstreamError `unavailable` when Kafka cannot be reached
 */
export const createTransactionalPublisher = async (
  kafka: Kafka,
  transactionalId: string,
): Promise<TransactionalPublisher> => {
  const { createPartitioner, sendAll } = createPartitionedSend(partitionCounts(kafka));
  const producer = kafka.producer({
    transactionalId,
    idempotent: true,
    maxInFlightRequests: 1,
    transactionTimeout: 60_000,
    allowAutoTopicCreation: false,
    createPartitioner,
  });
  const close = () => producer.disconnect().catch(() => undefined);
  try {
    await producer.connect();
    // kafkajs leaves initTransactions for the first transaction, and only then fences: begin an empty one.
    await (await producer.transaction()).abort();
  } catch (error) {
    await close();
    throw kafkaFault(`Cannot start transactions as ${transactionalId}`, error);
  }
  return {
    close,
    transact: async (work) => {
      let transaction: Transaction | undefined;
      let requestFailed = false;
      try {
        transaction = await producer.transaction();
        const { scope, done } = scopeOf(transaction, sendAll);
        const noted = () =>
          done().catch((error: unknown) => {
            requestFailed = true;
            throw error;
          });
        await work(scope).finally(noted);
        await transaction.commit();
      } catch (error) {
        // A request that failed may still be on its way. Behind an abort of its own epoch a broker would take it, and
        // hold the partition's readers up (before Kafka 3.6: for good). The next publisher aborts with a new epoch.
        if (!requestFailed) await transaction?.abort().catch(() => undefined);
        throw kafkaFault(`Transaction of ${transactionalId} failed`, error);
      }
    },
  };
};
