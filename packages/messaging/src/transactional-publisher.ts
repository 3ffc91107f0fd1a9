import { Partitioners, type Kafka, type Transaction } from 'kafkajs';
import { kafkaFault } from './kafka-errors.ts';
import type { OutgoingRecord } from './record.ts';
import { splitByBytes } from './split-by-bytes.ts';

/** What can be done inside a transaction. */
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

const scopeOf = (transaction: Transaction): TransactionScope => ({
  send: async (topic, records) => {
    for (const messages of splitByBytes(records)) await transaction.send({ topic, messages, acks: -1 });
  },
  sendOffset: (consumerGroupId, topic, partition, next) =>
    transaction.sendOffsets({
      consumerGroupId,
      topics: [{ topic, partitions: [{ partition, offset: String(next) }] }],
    }),
});

/**
 * Runs `initTransactions` for the id: every older producer with it is fenced, and its open transaction is over
 * when this resolves. The owner of an id therefore creates first and reads the state of the world after.
 * @throws SkillstreamError `unavailable` when Kafka cannot be reached
 */
export const createTransactionalPublisher = async (
  kafka: Kafka,
  transactionalId: string,
): Promise<TransactionalPublisher> => {
  const producer = kafka.producer({
    transactionalId,
    idempotent: true,
    maxInFlightRequests: 1,
    transactionTimeout: 60_000,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
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
      try {
        transaction = await producer.transaction();
        await work(scopeOf(transaction));
        await transaction.commit();
      } catch (error) {
        await transaction?.abort().catch(() => undefined);
        throw kafkaFault(`Transaction of ${transactionalId} failed`, error);
      }
    },
  };
};
