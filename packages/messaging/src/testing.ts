import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { until } from '@skillstream/async/testing';
import type { TopicSpec } from '@skillstream/contracts';
import { silentLog } from '@skillstream/runtime';
import type { Kafka } from 'kafkajs';
import { createKafka } from './kafka.ts';
import { nameIn } from './name-in-kafka.ts';
import { createPublisher } from './publisher.ts';
import { readRange, toTheEnd } from './read-range.ts';
import type { LogRecord, OutgoingRecord } from './record.ts';
import { createTopicAdmin, type TopicAdmin } from './topic-admin.ts';

/** The part of kafkajs that asks for the ends of a log, where its admin client cannot ask for what is not stable. */
type Broker = { listOffsets: (this: Broker, of: object) => Promise<unknown> };
const require = createRequire(import.meta.url);
const { prototype } = require('kafkajs/src/broker') as { prototype: Broker };
const { listOffsets } = prototype;
const READ_UNCOMMITTED = 0;
const withUnstable = new AsyncLocalStorage<true>();
prototype.listOffsets = function (of) {
  return listOffsets.call(this, withUnstable.getStore() ? { ...of, isolationLevel: READ_UNCOMMITTED } : of);
};

/**
 * Reads all committed records of a topic, in order within a partition. The markers of a transaction are written behind
 * its end: first it waits until no transaction is open, or readers would not see the last ones yet.
 */
export const readAll = async (
  by: { kafka: Kafka; admin: TopicAdmin },
  topic: string,
): Promise<LogRecord[]> => {
  const ends = async () => (await by.admin.ends(topic)).map(({ high }) => high);
  await until(`no transaction of ${topic} is open`, async () => {
    const written = await withUnstable.run(true, ends);
    const stable = await ends();
    return written.every((end, partition) => end <= stable[partition]!);
  });
  const found: LogRecord[] = [];
  await readRange(
    by,
    topic,
    toTheEnd((_, records) => found.push(...records)),
  );
  return found;
};

const spec = (name: string): TopicSpec => ({ name, cleanup: 'compact', description: 'a test topic' });

type Stoppable = { stop: () => Promise<void> };

/** A Kafka client for a test file, with topics, groups and transactional ids of its own: by a prefix, as a release. */
export const createTestKafka = (brokers: string[], log = silentLog()) => {
  const prefix = `t${randomUUID().slice(0, 8)}.`;
  const kafka = createKafka(brokers, 'test', log, { prefix });
  const admin = createTopicAdmin(kafka, log);
  const publisher = createPublisher(kafka);
  const open = new Set<Stoppable>();
  return {
    prefix,
    /** The name in Kafka of a topic or group, for kafkajs itself. */
    inKafka: nameIn(kafka),
    kafka,
    admin,
    log,
    /** Creates a topic. */
    topic: async (topic: string, partitions = 1): Promise<string> => {
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
    readAll: (topic: string) => readAll({ kafka, admin }, topic),
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
