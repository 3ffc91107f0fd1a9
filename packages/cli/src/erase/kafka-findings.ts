import type { TopicConfig } from '@skillstream/messaging';
import type { Finding } from './finding.ts';

/** A record of a posting in a topic: a version of it, a dead letter, or (without a value) what takes it away. */
export type PostingRecordAt = {
  partition: number;
  offset: number;
  timestampMs: number;
  /** What compaction goes by. */
  key: string | null;
  /** Whether it has a value, or headers with more than ids. */
  hasText: boolean;
};

// Kafka's default for "never" is the largest number that it can store.
const NEVER_MS = 1e15;
const settingMs = (config: TopicConfig, name: string): number => {
  const ms = Number(config[name] ?? Infinity);
  return Number.isFinite(ms) && ms >= 0 && ms < NEVER_MS ? ms : Infinity;
};

/**
 * How long after its tombstone a record's text may stay, in ms; Infinity where the settings name no time. The file
 * that holds both is closed after `segment.ms`, or after `max.compaction.lag.ms` where that is less, and compacted
 * `max.compaction.lag.ms` later at the latest.
 */
export const longestTextMs = (config: TopicConfig): number => {
  if (config['cleanup.policy'] !== 'compact' && config['cleanup.policy'] !== 'compact,delete')
    return Infinity;
  const lagMs = settingMs(config, 'max.compaction.lag.ms');
  return Math.min(settingMs(config, 'segment.ms'), lagMs) + lagMs;
};

/** How long the tombstone itself, which has ids only, stays after that, in ms. */
const longestTombstoneMs = (config: TopicConfig): number =>
  longestTextMs(config) + settingMs(config, 'delete.retention.ms');

const timeOf = (ms: number): Date | 'unbounded' => (Number.isFinite(ms) ? new Date(ms) : 'unbounded');

/**
 * What a topic still has of a posting, one by one.
 * @param records in the order of the log within each partition
 * @param complete whether they are all that there are: if not, a tombstone may follow that was not read
 */
export const kafkaFindings = (
  topic: string,
  records: readonly PostingRecordAt[],
  { config, now, complete }: { config: TopicConfig; now: Date; complete: boolean },
): IteratorObject<Finding> => {
  const last = new Map<string, PostingRecordAt>();
  for (const record of records) if (record.key !== null) last.set(record.key, record);
  return Iterator.from(records).map((record): Finding => {
    const place = `${topic}/${record.partition}/${record.offset}`;
    if (!record.hasText)
      return { place, what: 'id', until: timeOf(record.timestampMs + longestTombstoneMs(config)) };
    const tombstone = record.key === null ? undefined : last.get(record.key);
    if ((!tombstone || tombstone.hasText) && !complete)
      return { place, what: 'text', until: 'unbounded', note: 'the log was not read to its end' };
    if (!tombstone || tombstone.hasText)
      return { place, what: 'text', until: 'overdue', note: 'no tombstone follows' };
    if (config['cleanup.policy'] === 'delete')
      return { place, what: 'text', until: 'overdue', note: 'never compacted: skillstream dlq migrate' };
    const untilMs = tombstone.timestampMs + longestTextMs(config);
    if (untilMs >= now.getTime()) return { place, what: 'text', until: timeOf(untilMs) };
    return { place, what: 'text', until: 'overdue', note: 'the log should have been compacted by now' };
  });
};
