import type { Kafka, Transaction } from 'kafkajs';
import { clientOf } from './client.ts';
import { kafkaError } from './kafka-errors.ts';
import { nameIn } from './name-in-kafka.ts';
import { watchCoordinator } from './one-coordinator.ts';
import { partitionCounts } from './partition-count.ts';
import { createPartitionedSend, type RecordLocation } from './partitioned-send.ts';
import { PATIENCE_MS, withPatience } from './patience.ts';
import type { OutgoingRecord } from './record.ts';

/** What can be done inside a transaction; one call after the other, in order. */
export type TransactionScope = {
  /** @returns where each record is once the transaction is committed, in the order of the records */
  send: (topic: string, records: readonly OutgoingRecord[]) => Promise<readonly RecordLocation[]>;
  /** Commits the next offset that the group reads with the transaction. */
  sendOffset: (groupId: string, topic: string, partition: number, next: number) => Promise<void>;
};

export type TransactionalPublisher = {
  /**
   * Runs the work in one transaction. After an error the outcome is unknown: close this publisher and create another.
   */
  transact: (work: (scope: TransactionScope) => Promise<unknown>) => Promise<void>;
  close: () => Promise<void>;
};

type SendAll = ReturnType<typeof createPartitionedSend>['sendAll'];

/**
 * Queues the calls inside a transaction.
 * @returns `scope`, and `done`, which rejects when any of the scope's calls did, also one that the work did not await
 * or whose error it swallowed
 */
const scopeOf = (transaction: Transaction, sendAll: SendAll, named: (name: string) => string) => {
  let tail: Promise<unknown> = Promise.resolve();
  const next = <T>(step: () => Promise<T>): Promise<T> => {
    const done = tail.then(step);
    tail = done;
    done.catch(() => undefined);
    return done;
  };
  const scope: TransactionScope = {
    send: (topic, records) =>
      next(() => sendAll((record) => transaction.send(record), named(topic), records)),
    sendOffset: (groupId, topic, partition, offset) =>
      next(() =>
        transaction.sendOffsets({
          consumerGroupId: named(groupId),
          topics: [{ topic: named(topic), partitions: [{ partition, offset: String(offset) }] }],
        }),
      ),
  };
  return { scope, done: () => tail };
};

/**
 * Runs `initTransactions` for the id: when this resolves, every older producer with the id is fenced and its open
 * transaction has ended. The owner of an id therefore creates its publisher first and reads its state afterwards.
 * @param patienceMs timeout of creating, of a transaction and of closing, in milliseconds; then the client is
 * destroyed
 * @throws SkillstreamError `unavailable` when Kafka cannot be reached, `timeout` when it does not respond
 */
export const createTransactionalPublisher = async (
  kafka: Kafka,
  transactionalId: string,
  patienceMs = PATIENCE_MS,
): Promise<TransactionalPublisher> => {
  const { createPartitioner, sendAll } = createPartitionedSend(partitionCounts(kafka));
  const client = clientOf(kafka);
  const named = nameIn(kafka);
  const producer = client.producer({
    transactionalId: named(transactionalId),
    idempotent: true,
    maxInFlightRequests: 1,
    transactionTimeout: 60_000,
    allowAutoTopicCreation: false,
    createPartitioner,
  });
  const coordinator = watchCoordinator(producer);

  const begin = async () => {
    await producer.connect();
    // kafkajs defers initTransactions, and so fencing, to the first transaction: begin an empty one.
    await (await producer.transaction()).abort();
  };

  const transact = async (work: (scope: TransactionScope) => Promise<unknown>) => {
    coordinator.forget();
    const transaction = await producer.transaction();
    let requestFailed = false;
    try {
      const { scope, done } = scopeOf(transaction, sendAll, named);
      const noted = () =>
        done().catch((error: unknown) => {
          requestFailed = true;
          throw error;
        });
      await work(scope).finally(noted);
      await transaction.commit();
      coordinator.check();
    } catch (error) {
      // A failed request may still be in flight. After an abort in its own epoch a broker would append it, and block
      // the partition's readers (before Kafka 3.6: forever). The next publisher aborts with a new epoch.
      if (!requestFailed) await transaction.abort().catch(() => undefined);
      throw error;
    }
  };

  const withClient = async (doing: string, work: () => Promise<void>) => {
    try {
      await withPatience(patienceMs, work, client.giveUp);
    } catch (error) {
      client.giveUp();
      throw kafkaError(doing, error);
    }
  };

  await withClient(`Cannot start transactions as ${transactionalId}`, begin);
  return {
    close: () => withClient('Cannot close', () => producer.disconnect()).catch(() => undefined),
    transact: (work) => withClient(`Transaction of ${transactionalId} failed`, () => transact(work)),
  };
};
