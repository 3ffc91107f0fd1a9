import { randomUUID } from 'node:crypto';
import { deadLetterHeaders, eventHeaders, sourceName } from '@skillstream/contracts';
import {
  createRunner,
  readLetter,
  type Kafka,
  type LogRecord,
  type TopicAdmin,
} from '@skillstream/messaging';
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

/** Parses a dead letter; null for a tombstone, which takes a letter away. Exported for tests. */
export const toDeadLetter = (record: LogRecord): DeadLetter | null => {
  const letter = readLetter(record);
  if (!letter) return null;
  const { identity, key, value } = letter;
  const { headers } = record;
  return { identity, posting: postingOf({ key, value, headers }), death: deathOf(headers) };
};

/** What a batch leaves: letters in order, and the keys of those that it takes away at its end. */
const readLetters = (records: LogRecord[]): { letters: DeadLetter[]; erased: string[] } => {
  const letters = new Map<string, DeadLetter>();
  const erased = new Set<string>();
  for (const record of records) {
    const letter = toDeadLetter(record);
    if (letter) {
      letters.set(letter.identity, letter);
      erased.delete(letter.identity);
    } else if (record.key !== null) erased.add(record.key);
  }
  return { letters: [...letters.values()], erased: [...erased] };
};

/**
 * Counts all dead letters in memory, and stores counts and positions in MongoDB so that a start reads only new ones. A
 * partition that ends before the stored position was recreated, and is read from its beginning.
 */
export const createDeadLettersConsumer = ({
  kafka,
  admin,
  topics,
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
      groupId: `analytics-dead-letters-${randomUUID()}`,
      commitForLag: false,
      acquire: async (partition) => {
        const at = `${await admin.clusterId()}/${topic}/${partition}`;
        const end = (await admin.ends(topic)).find((one) => one.partition === partition)?.high ?? 0;
        const current = await store.load(at, topic);
        const isAnew = current.position >= end;
        if (isAnew) {
          log.warn(
            { topic, partition, end, position: current.position },
            'dead-letter topic was recreated: reading it from its beginning',
          );
          await store.forget(at);
          deadLetterCounts.forget(at);
        } else deadLetterCounts.add(at, current.letters);
        // What was misread stays stored until all up to the position was read again: a crash begins anew.
        let misread = isAnew ? [] : current.misread;
        if (misread.length > 0)
          log.warn(
            { topic, partition, letters: misread.length },
            'an earlier release has misread dead letters: reading the partition from its beginning',
          );
        const seen = new Set<string>();
        return {
          next: isAnew || misread.length > 0 ? 0 : current.position + 1,
          take: async (records, upTo) => {
            const { letters, erased } = readLetters(records);
            await store.save(at, letters, upTo, erased);
            deadLetterCounts.add(at, letters);
            deadLetterCounts.remove(erased);
            if (misread.length > 0) {
              for (const { identity, posting } of letters) if (!posting) seen.add(identity);
              if (upTo >= current.position) {
                await store.settle(at, misread, seen);
                misread = [];
              }
            }
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
