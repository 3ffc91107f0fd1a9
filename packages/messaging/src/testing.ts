import { randomUUID } from 'node:crypto';
import type { TopicSpec } from '@skillstream/contracts';
import { silentLog } from '@skillstream/runtime';
import { createKafka } from './kafka.ts';
import { createPublisher } from './publisher.ts';
import { readRange, toTheEnd } from './read-range.ts';
import type { LogRecord, OutgoingRecord } from './record.ts';
import { createTopicAdmin } from './topic-admin.ts';

const spec = (name: string): TopicSpec => ({ name, cleanup: 'compact', description: 'a test topic' });

type Stoppable = { stop: () => Promise<void> };

/** A Kafka client for a test file, with topics of its own. */
export const createTestKafka = (brokers: string[], log = silentLog()) => {
  const namespace = `t${randomUUID().slice(0, 8)}.`;
  const kafka = createKafka(brokers, 'test', log);
  const admin = createTopicAdmin(kafka, log);
  const publisher = createPublisher(kafka);
  const open = new Set<Stoppable>();
  return {
    namespace,
    kafka,
    admin,
    log,
    /** Creates a topic; its name is unique to this file. */
    topic: async (name: string, partitions = 1): Promise<string> => {
      const topic = `${namespace}${name}`;
      await admin.ensureTopics([spec(topic)], partitions, new AbortController().signal);
      return topic;
    },
    publish: publisher.publish,
    /** A runner that `close` stops where its test did not get so far: it would keep the tests from ending. */
    stoppedAtLast: <R extends Stoppable>(runner: R): R => {
      open.add(runner);
      const stop = async () => {
        open.delete(runner);
        await runner.stop();
      };
      return { ...runner, stop };
    },
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
      await Promise.all([...open].map((runner) => runner.stop()));
      await publisher.close();
      await admin.close();
    },
  };
};

/** Records with keys and values by number. */
export const numbered = (from: number, to: number, key = (n: number) => `k${n}`): OutgoingRecord[] =>
  Array.from({ length: to - from }, (_, i) => ({ key: key(from + i), value: String(from + i), headers: {} }));
