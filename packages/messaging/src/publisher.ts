import { Partitioners, type Kafka } from 'kafkajs';
import { kafkaFault } from './kafka-errors.ts';
import type { OutgoingRecord } from './record.ts';
import { splitByBytes } from './split-by-bytes.ts';

export type Publisher = {
  /** Resolves when all in-sync replicas have the records; in order, split by bytes. */
  publish: (topic: string, records: readonly OutgoingRecord[]) => Promise<void>;
  close: () => Promise<void>;
};

/** An idempotent producer (acks=all) that connects on first use and again after a failure. */
export const createPublisher = (kafka: Kafka): Publisher => {
  const open = async () => {
    const producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return producer;
  };
  let opened: ReturnType<typeof open> | null = null;
  const close = async () => {
    const producer = await opened?.catch(() => null);
    opened = null;
    await producer?.disconnect().catch(() => undefined);
  };
  return {
    close,
    publish: async (topic, records) => {
      try {
        const producer = await (opened ??= open());
        for (const messages of splitByBytes(records)) await producer.send({ topic, messages, acks: -1 });
      } catch (error) {
        // Sequence numbers may be out of step after a failed send: begin afresh.
        await close();
        throw kafkaFault(`Cannot publish to ${topic}`, error);
      }
    },
  };
};
