import { randomUUID } from 'node:crypto';
import type { Kafka } from 'kafkajs';
import { kafkaFault } from './kafka-errors.ts';
import { toRecord, type LogRecord } from './record.ts';
import type { PartitionEnds, TopicAdmin } from './topic-admin.ts';

/**
 * Reads a topic once from its beginning, as a reader with no group of its own would: for verification and tools.
 * @param until for each partition the offset to stop before; left out: the ends when this starts
 * @param onRecords gets runs of committed records, in order within a partition
 * @throws SkillstreamError `unavailable`
 */
export const readRange = async (
  { kafka, admin }: { kafka: Kafka; admin: TopicAdmin },
  topic: string,
  onRecords: (partition: number, records: LogRecord[]) => void,
  until?: PartitionEnds[],
): Promise<void> => {
  const wanted = (until ?? (await admin.ends(topic))).filter(({ low, high }) => high > low);
  if (wanted.length === 0) return;
  const open = new Map(wanted.map(({ partition, high }) => [partition, high]));
  const groupId = `skillstream-read-${randomUUID()}`;
  const consumer = kafka.consumer({
    groupId,
    readUncommitted: false,
    allowAutoTopicCreation: false,
    maxWaitTimeInMs: 100,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const reached = (partition: number, lastOffset: number) => {
        const high = open.get(partition);
        if (high !== undefined && lastOffset + 1 >= high) open.delete(partition);
        if (open.size === 0) resolve();
      };
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) =>
        reached(payload.partition, Number(payload.lastOffset)),
      );
      const eachBatch = async ({ batch }: { batch: Parameters<typeof handle>[0] }) => handle(batch);
      const handle = (batch: { partition: number; messages: Parameters<typeof toRecord>[2][] }) => {
        const high = open.get(batch.partition);
        if (high === undefined) return;
        const records = batch.messages.map((message) => toRecord(topic, batch.partition, message));
        onRecords(
          batch.partition,
          records.filter((record) => record.offset < high),
        );
      };
      consumer
        .connect()
        .then(() => consumer.subscribe({ topics: [topic], fromBeginning: true }))
        .then(() => consumer.run({ autoCommit: false, eachBatch }))
        .catch(reject);
    });
  } catch (error) {
    throw kafkaFault(`Cannot read ${topic}`, error);
  } finally {
    await consumer.disconnect().catch(() => undefined);
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
};
