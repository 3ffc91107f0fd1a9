import { randomUUID } from 'node:crypto';
import { ONE_READ_GROUPS } from '@skillstream/contracts';
import { appError, SkillstreamError } from '@skillstream/errors';
import type { Consumer, Kafka } from 'kafkajs';
import { clientOf } from './client.ts';
import { kafkaError } from './kafka-errors.ts';
import { nameIn } from './name-in-kafka.ts';
import { PATIENCE_MS, withPatience } from './patience.ts';
import { toRecord, type LogRecord } from './record.ts';
import type { TopicAdmin } from './topic-admin.ts';

export type RangeReader = {
  /** Called before a partition is read. @returns the offset to stop before */
  until: (partition: number, end: number) => Promise<number>;
  /** Committed records in order, each once; the next ones are read once a promise that it returns resolves. */
  onRecords: (partition: number, records: LogRecord[]) => unknown;
  /** Asked after records were taken. @returns whether no more of this partition is to be read */
  isEnough?: () => boolean;
  onDone?: (partition: number) => Promise<void>;
};

/** The whole topic, up to its end at the time when reading starts. */
export const toTheEnd = (onRecords: RangeReader['onRecords']): RangeReader => ({
  until: async (_partition, end) => end,
  onRecords,
});

/**
 * Reading fails after so long without a batch: a broker may hang, or a partition may have no leader. An open
 * transaction of a publisher that is gone holds readers up for some 70 s.
 */
const STALL_MS = 120_000;

type Progress = {
  /** The partition that is being read; the others are paused. */
  partition: number | null;
  /** The next offset that the reader has not seen: after a rebalance kafkajs starts the partition again. */
  next: number;
  /** The offset to stop before. */
  until: number;
  read: (lastOffset: number) => void;
  failed: (error: Error) => void;
};

const createProgress = (): Progress => ({
  partition: null,
  next: 0,
  until: 0,
  read: () => undefined,
  failed: () => undefined,
});

const readOne = async (
  consumer: Consumer,
  topic: string,
  progress: Progress,
  { partition, low, until }: { partition: number; low: number; until: number },
) => {
  let stall: NodeJS.Timeout | undefined;
  const reached = new Promise<void>((resolve, reject) => {
    const wait = () => {
      clearTimeout(stall);
      const late = () =>
        reject(appError('timeout', `nothing was read of partition ${partition} for ${STALL_MS} ms`));
      stall = setTimeout(late, STALL_MS);
    };
    wait();
    progress.failed = reject;
    progress.read = (lastOffset) => {
      wait();
      if (lastOffset + 1 >= progress.until) resolve();
    };
  });
  Object.assign(progress, { partition, next: low, until });
  try {
    consumer.resume([{ topic, partitions: [partition] }]);
    await reached;
  } finally {
    clearTimeout(stall);
    progress.partition = null;
    consumer.pause([{ topic, partitions: [partition] }]);
  }
};

/**
 * Reads a topic once from its beginning, one partition after the other, in a group of its own that is deleted
 * afterwards: for verification and tools.
 * @throws SkillstreamError `unavailable`, or `timeout` when no batch arrives
 */
export const readRange = async (
  { kafka, admin }: { kafka: Kafka; admin: TopicAdmin },
  topic: string,
  reader: RangeReader,
): Promise<void> => {
  const ends = await admin.ends(topic);
  if (ends.length === 0) return;
  const groupId = `${ONE_READ_GROUPS}${randomUUID()}`;
  const named = nameIn(kafka);
  const topicInKafka = named(topic);
  const client = clientOf(kafka);
  const consumer = client.consumer({
    ...{ groupId: named(groupId), allowAutoTopicCreation: false, maxWaitTimeInMs: 50 },
  });
  const progress = createProgress();
  let joining: NodeJS.Timeout | undefined;
  try {
    const joined = new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
        const assigned = payload.memberAssignment[topicInKafka] ?? [];
        const others = assigned.filter((one) => one !== progress.partition);
        consumer.pause([{ topic: topicInKafka, partitions: others }]);
        resolve();
      });
      // After a retryable error (a coordinator that is still loading its groups) kafkajs restarts by itself.
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        if (payload.restart) return;
        progress.failed(payload.error);
        reject(payload.error);
      });
      const late = () => reject(appError('timeout', `the group was not joined for ${STALL_MS} ms`));
      joining = setTimeout(late, STALL_MS);
    }).finally(() => clearTimeout(joining));
    joined.catch(() => undefined);
    consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
      if (payload.partition === progress.partition) progress.read(Number(payload.lastOffset));
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [topicInKafka], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        const records = batch.messages.map((message) => toRecord(topic, batch.partition, message));
        const { next, until } = progress;
        const wanted = records.filter(({ offset }) => offset >= next && offset < until);
        if (wanted.length === 0) return;
        progress.next = wanted.at(-1)!.offset + 1;
        await reader.onRecords(batch.partition, wanted);
        if (reader.isEnough?.()) progress.until = progress.next;
      },
    });
    await joined;
    for (const { partition, low, high } of ends) {
      const until = await reader.until(partition, high);
      if (until > low) await readOne(consumer, topicInKafka, progress, { partition, low, until });
      await reader.onDone?.(partition);
    }
  } catch (error) {
    // An error of the reader is not an error of the topic: another engine may be unavailable.
    if (error instanceof SkillstreamError && error.code !== 'timeout') throw error;
    throw kafkaError(`Cannot read ${topic}`, error);
  } finally {
    clearTimeout(joining);
    await withPatience(PATIENCE_MS, () => consumer.disconnect(), client.giveUp).catch(() => undefined);
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
};
