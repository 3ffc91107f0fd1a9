import type { Kafka } from 'kafkajs';
import { kafkaFault } from './kafka-errors.ts';

const ask = async (kafka: Kafka, topic: string): Promise<number> => {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    const ids = new Set(topics.find(({ name }) => name === topic)?.partitions.map((p) => p.partitionId));
    const whole = ids.size > 0 && [...ids].every((id) => id >= 0 && id < ids.size);
    if (!whole) throw new Error(`the metadata of ${topic} names partitions ${[...ids].join()}`);
    return ids.size;
  } catch (error) {
    throw kafkaFault(`Cannot count the partitions of ${topic}`, error);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};

const known = new WeakMap<Kafka, Map<string, Promise<number>>>();

/**
 * How many partitions topics have, asked once and kept for all publishers of a client.
 * `of` throws SkillstreamError `unavailable`; after `forget` the next question is a new one.
 */
export const partitionCounts = (kafka: Kafka) => {
  const counts = known.get(kafka) ?? new Map<string, Promise<number>>();
  known.set(kafka, counts);
  const forget = (topic: string) => void counts.delete(topic);
  return {
    of: (topic: string): Promise<number> => {
      const asked = counts.get(topic) ?? ask(kafka, topic);
      counts.set(topic, asked);
      asked.catch(() => forget(topic));
      return asked;
    },
    forget,
  };
};
