import { randomUUID } from 'node:crypto';
import type { TopicSpec } from '@skillstream/contracts';
import { silentLog } from '@skillstream/runtime';
import { createKafka } from './kafka.ts';
import { createPublisher } from './publisher.ts';
import { readRange, toTheEnd } from './read-range.ts';
import type { LogRecord, OutgoingRecord } from './record.ts';
import { createTopicAdmin } from './topic-admin.ts';

const spec = (name: string): TopicSpec => ({ name, cleanup: 'compact', description: 'a test topic' });

/** A Kafka client for a test file, with topics of its own. */
export const createTestKafka = (brokers: string[], log = silentLog()) => {
  const namespace = `t${randomUUID().slice(0, 8)}.`;
  const kafka = createKafka(brokers, 'test', log);
  const admin = createTopicAdmin(kafka, log);
  const publisher = createPublisher(kafka);
  return {
    namespace,
    kafka,
    admin,
    log,
    /** Makes a topic; its name is unique to this file. */
    topic: async (name: string, partitions = 1): Promise<string> => {
      const topic = `${namespace}${name}`;
      await admin.ensureTopics([spec(topic)], partitions, new AbortController().signal);
      return topic;
    },
    publish: publisher.publish,
    /** All committed records of a topic, in order within a partition. */
    readAll: async (topic: string): Promise<LogRecord[]> => {
      const found: LogRecord[] = [];
      await readRange(
        { kafka, admin },
        topic,
        toTheEnd((_, records) => found.push(...records)),
      );
      return found;
    },
    close: async () => {
      await publisher.close();
      await admin.close();
    },
  };
};

/** Records with keys and values by number. */
export const numbered = (from: number, to: number, key = (n: number) => `k${n}`): OutgoingRecord[] =>
  Array.from({ length: to - from }, (_, i) => ({ key: key(from + i), value: String(from + i), headers: {} }));
