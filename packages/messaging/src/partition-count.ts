import type { Kafka } from 'kafkajs';
import { createAskAdmin } from './ask-admin.ts';
import { clientOf } from './client.ts';

const count = async (kafka: Kafka, topic: string): Promise<number> => {
  const { ask, close } = createAskAdmin(() => clientOf(kafka));
  const asked = ask(`Cannot count the partitions of ${topic}`, async (admin) => {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    const ids = new Set(topics.find(({ name }) => name === topic)?.partitions.map((p) => p.partitionId));
    const whole = ids.size > 0 && [...ids].every((id) => id >= 0 && id < ids.size);
    if (!whole) throw new Error(`its metadata names partitions ${[...ids].join()}`);
    return ids.size;
  });
  return asked.finally(() => void close());
};

const known = new WeakMap<Kafka, Map<string, Promise<number>>>();

/**
 * Caches the number of partitions of topics, by their names in Kafka, for all publishers of a client. `of` throws
 * SkillstreamError `unavailable`; after `forget` the next call asks Kafka again.
 */
export const partitionCounts = (kafka: Kafka) => {
  const counts = known.get(kafka) ?? new Map<string, Promise<number>>();
  known.set(kafka, counts);
  const forget = (topic: string) => void counts.delete(topic);
  return {
    of: (topic: string): Promise<number> => {
      const asked = counts.get(topic) ?? count(kafka, topic);
      counts.set(topic, asked);
      asked.catch(() => forget(topic));
      return asked;
    },
    forget,
  };
};
