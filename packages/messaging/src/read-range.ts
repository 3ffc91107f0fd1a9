import { randomUUID } from 'node:crypto';
import type { Consumer, Kafka } from 'kafkajs';
import { clientOf } from './client.ts';
import { kafkaFault } from './kafka-errors.ts';
import { PATIENCE_MS, withPatience } from './patience.ts';
import { toRecord, type LogRecord } from './record.ts';
import type { TopicAdmin } from './topic-admin.ts';

export type RangeReader = {
  /** Asked before a partition is read. @returns the offset to stop before */
  until: (partition: number, end: number) => Promise<number>;
  /** Committed records in order. */
  onRecords: (partition: number, records: LogRecord[]) => void;
  onDone?: (partition: number) => Promise<void>;
};

/** The whole topic, up to the ends when reading starts. */
export const toTheEnd = (onRecords: RangeReader['onRecords']): RangeReader => ({
  until: async (_partition, end) => end,
  onRecords,
});

const readOne = async (
  consumer: Consumer,
  topic: string,
  progress: Progress,
  partition: number,
  high: number,
) => {
  const reached = new Promise<void>((resolve, reject) => {
    progress.reached = (read, lastOffset) => {
      if (read === partition && lastOffset + 1 >= high) resolve();
    };
    progress.failed = reject;
  });
  progress.high = high;
  consumer.resume([{ topic, partitions: [partition] }]);
  await reached;
  consumer.pause([{ topic, partitions: [partition] }]);
};

type Progress = {
  high: number;
  reached: (partition: number, lastOffset: number) => void;
  failed: (error: Error) => void;
};

/**
 * Reads a topic once from its beginning, one partition after the other, in a group of its own that is gone after:
 * for verification and tools.
 * @throws SkillstreamError `unavailable`
 */
export const readRange = async (
  { kafka, admin }: { kafka: Kafka; admin: TopicAdmin },
  topic: string,
  reader: RangeReader,
): Promise<void> => {
  const ends = await admin.ends(topic);
  if (ends.length === 0) return;
  const groupId = `skillstream-read-${randomUUID()}`;
  const client = clientOf(kafka);
  const consumer = client.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: 50 });
  const progress: Progress = { high: 0, reached: () => undefined, failed: () => undefined };
  try {
    const joined = new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
        consumer.pause([{ topic, partitions: payload.memberAssignment[topic] ?? [] }]);
        resolve();
      });
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        progress.failed(payload.error);
        reject(payload.error);
      });
    });
    joined.catch(() => undefined);
    consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) =>
      progress.reached(payload.partition, Number(payload.lastOffset)),
    );
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        const records = batch.messages.map((message) => toRecord(topic, batch.partition, message));
        const wanted = records.filter((record) => record.offset < progress.high);
        if (wanted.length > 0) reader.onRecords(batch.partition, wanted);
      },
    });
    await joined;
    for (const { partition, low, high } of ends) {
      const until = await reader.until(partition, high);
      if (until > low) await readOne(consumer, topic, progress, partition, until);
      await reader.onDone?.(partition);
    }
  } catch (error) {
    throw kafkaFault(`Cannot read ${topic}`, error);
  } finally {
    await withPatience(PATIENCE_MS, () => consumer.disconnect(), client.giveUp).catch(() => undefined);
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
};
