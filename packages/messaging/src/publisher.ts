import type { Kafka } from 'kafkajs';
import { kafkaFault } from './kafka-errors.ts';
import { partitionCounts } from './partition-count.ts';
import { createPartitionedSend } from './partitioned-send.ts';
import type { OutgoingRecord } from './record.ts';

export type Publisher = {
  /** Resolves when all in-sync replicas have the records; in order, one call after the other, split by bytes. */
  publish: (topic: string, records: readonly OutgoingRecord[]) => Promise<void>;
  close: () => Promise<void>;
};

/** An idempotent producer (acks=all) that connects on first use and again after a failure. */
export const createPublisher = (kafka: Kafka): Publisher => {
  const { createPartitioner, sendAll } = createPartitionedSend(partitionCounts(kafka));
  const open = async () => {
    const producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner,
    });
    await producer.connect();
    return producer;
  };
  let opened: ReturnType<typeof open> | null = null;
  let tail: Promise<void> = Promise.resolve();
  const close = async () => {
    const producer = await opened?.catch(() => null);
    opened = null;
    await producer?.disconnect().catch(() => undefined);
  };
  const publishNow = async (topic: string, records: readonly OutgoingRecord[]) => {
    try {
      const producer = await (opened ??= open());
      await sendAll((record) => producer.send(record), topic, records);
    } catch (error) {
      // Sequence numbers may be out of step after a failed send: begin afresh.
      await close();
      throw kafkaFault(`Cannot publish to ${topic}`, error);
    }
  };
  return {
    close,
    publish: (topic, records) => {
      // In turns: while one call tries again, another one would take its sequence numbers, and its records would pass
      // for a repetition of those.
      const published = tail.then(() => publishNow(topic, records));
      tail = published.catch(() => undefined);
      return published;
    },
  };
};
