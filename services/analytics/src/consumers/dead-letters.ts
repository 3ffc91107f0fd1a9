import { randomUUID } from 'node:crypto';
import { deadLetterHeaders, eventHeaders, sourceName } from '@skillstream/contracts';
import { createRunner, type Kafka, type LogRecord, type TopicAdmin } from '@skillstream/messaging';
import type { Log } from '@skillstream/runtime';
import type { Tracer } from '@skillstream/telemetry';
import {
  createDeadLetterCounts,
  type DeadLetter,
  type Death,
} from '../reconciliation/row/dead-letter-counts.ts';
import type { DeadLetterStore } from '../stores/mongo/dead-letter-store.ts';

type DeadLettersConsumerDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  topics: string[];
  store: DeadLetterStore;
  groupPrefix: string;
  log: Log;
  tracer?: Tracer;
};

// Higher than any posting's real version, and low enough for sums of versions to stay exact.
const MOST_VERSION = 1_000_000_000;

/** Reads a dead letter's posting from its headers, which are untrusted; null when they name none. */
const postingOf = ({
  key,
  value,
  headers,
}: Pick<LogRecord, 'key' | 'value' | 'headers'>): DeadLetter['posting'] => {
  const version = Number(headers[eventHeaders.postingVersion]);
  const source = sourceName.safeParse(headers[eventHeaders.postingSource]);
  if (!key || !source.success || !Number.isInteger(version) || version < 1 || version > MOST_VERSION)
    return null;
  return { postingId: key, source: source.data, version, retracted: value === null };
};

// A reason may quote what could not be read: the beginning says what is wrong.
const MOST_REASON_CHARS = 300;

const deathOf = (headers: LogRecord['headers']): Death => {
  const ms = Date.parse(headers[deadLetterHeaders.time] ?? '');
  const [code, reason] = [headers[deadLetterHeaders.code], headers[deadLetterHeaders.reason]];
  return {
    ...(!Number.isNaN(ms) && { ms }),
    ...(code && { code: code.slice(0, MOST_REASON_CHARS) }),
    ...(reason && { reason: reason.slice(0, MOST_REASON_CHARS) }),
  };
};

/** Parses a dead letter's headers. Exported for tests. */
export const toDeadLetter = ({ key, value, headers, topic, partition, offset }: LogRecord): DeadLetter => {
  return {
    identity: [
      headers[deadLetterHeaders.topic] ?? topic,
      headers[deadLetterHeaders.partition] ?? partition,
      headers[deadLetterHeaders.offset] ?? offset,
    ].join('/'),
    posting: postingOf({ key, value, headers }),
    death: deathOf(headers),
  };
};

/**
 * Counts all dead letters in memory, and stores counts and positions in MongoDB so that a start reads only new ones. A
 * partition that ends before the stored position was recreated, and is read from its beginning.
 */
export const createDeadLettersConsumer = ({
  kafka,
  admin,
  topics,
  groupPrefix,
  store,
  log,
  tracer,
}: DeadLettersConsumerDeps) => {
  const deadLetterCounts = createDeadLetterCounts();
  const runners = topics.map((topic) =>
    createRunner({
      kafka,
      admin,
      topic,
      log,
      ...(tracer && { tracer }),
      groupId: `${groupPrefix}analytics-dead-letters-${randomUUID()}`,
      commitForLag: false,
      acquire: async (partition) => {
        const at = `${await admin.clusterId()}/${topic}/${partition}`;
        const end = (await admin.ends(topic)).find((one) => one.partition === partition)?.high ?? 0;
        const current = await store.load(at);
        const isAnew = current.position >= end;
        if (isAnew) {
          log.warn(
            { topic, partition, end, position: current.position },
            'dead-letter topic was recreated: reading it from its beginning',
          );
          await store.forget(at);
          deadLetterCounts.forget(at);
        } else deadLetterCounts.add(at, current.letters);
        return {
          next: isAnew ? 0 : current.position + 1,
          take: async (records, upTo) => {
            const letters = records.map(toDeadLetter);
            await store.save(at, letters, upTo);
            deadLetterCounts.add(at, letters);
            return upTo + 1;
          },
        };
      },
    }),
  );
  return {
    deadLetterCounts,
    start: () => runners.forEach((runner) => runner.start()),
    stop: async () => void (await Promise.all(runners.map((runner) => runner.stop()))),
    lag: async () =>
      (await Promise.all(runners.map((runner) => runner.lag()))).reduce((sum, one) => sum + one, 0),
  };
};
