import type { Kafka } from 'kafkajs';
import { clientOf } from './client.ts';
import { isMissingTopic, kafkaError } from './kafka-errors.ts';
import { nameIn } from './name-in-kafka.ts';
import { partitionCounts } from './partition-count.ts';
import { createPartitionedSend } from './partitioned-send.ts';
import { PATIENCE_MS, withPatience } from './patience.ts';
import type { OutgoingRecord } from './record.ts';

export type Publisher = {
  /** Resolves when all in-sync replicas have the records; calls run in order, split into batches by bytes. */
  publish: (topic: string, records: readonly OutgoingRecord[]) => Promise<void>;
  close: () => Promise<void>;
};

export type PublisherOptions = {
  /** Timeout of one call, in milliseconds; then its client is destroyed and the call rejects with `timeout`. */
  patienceMs?: number;
  /**
   * Recreates a missing topic; the call that found it missing still rejects, and is to be retried.
   */
  makeTopic?: (topic: string) => Promise<void>;
};

/** An idempotent producer (acks=all) that connects on first use and reconnects after a failure. */
export const createPublisher = (kafka: Kafka, options: PublisherOptions = {}): Publisher => {
  const { patienceMs = PATIENCE_MS, makeTopic } = options;
  const named = nameIn(kafka);
  const { createPartitioner, sendAll } = createPartitionedSend(partitionCounts(kafka));
  const open = () => {
    const client = clientOf(kafka);
    const producer = client.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner,
    });
    return { producer, giveUp: client.giveUp, connected: producer.connect() };
  };
  let current: ReturnType<typeof open> | null = null;
  let tail: Promise<void> = Promise.resolve();
  const publishNow = async (topic: string, records: readonly OutgoingRecord[]) => {
    const { producer, giveUp, connected } = (current ??= open());
    try {
      const send = async () => {
        await connected;
        await sendAll((record) => producer.send(record), named(topic), records);
      };
      await withPatience(patienceMs, send, giveUp);
    } catch (error) {
      // Sequence numbers may be out of step after a failed send: start with a new producer.
      current = null;
      giveUp();
      if (isMissingTopic(error)) await makeTopic?.(topic);
      throw kafkaError(`Cannot publish to ${topic}`, error);
    }
  };
  return {
    close: async () => {
      const last = current;
      current = null;
      if (!last) return;
      const { producer, giveUp } = last;
      await withPatience(patienceMs, () => producer.disconnect(), giveUp).catch(() => undefined);
    },
    publish: (topic, records) => {
      // One call at a time: while one retries, another would take its sequence numbers, and its records would be
      // mistaken for duplicates.
      const published = tail.then(() => publishNow(topic, records));
      tail = published.catch(() => undefined);
      return published;
    },
  };
};
