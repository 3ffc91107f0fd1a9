import { runPeriodically } from '@skillstream/async';
import type { ReplicaSnapshot } from '@skillstream/contracts';
import type { Metrics } from '@skillstream/runtime';
import type { TopicAdmin } from '../topic-admin.ts';
import { waitingOf } from './lag.ts';
import { writtenSince } from './written-since.ts';

/** How far a group is behind, as snapshots have it. */
type WatchedLag = NonNullable<ReplicaSnapshot['watched']>[number];

/** A group, and the topic that it reads. */
export type WatchedReader = { group: string; topic: string };

export type LagWatchDeps = {
  readers: readonly WatchedReader[];
  admin: Pick<TopicAdmin, 'ends' | 'committedAll' | 'offsetsAt'>;
  metrics: Metrics;
  everyMs?: number;
  /** Milliseconds since 1970. */
  nowMs: () => number;
};

/** An offset that is read next, and a time: since when its record waits, or when nothing waited there. */
type Head = { offset: number; sinceMs: number };

const EVERY_MS = 5000;

/**
 * Measures how far the readers of a topic are behind, in records and by the age of the oldest one that they have not
 * processed. It runs in the writer of the topic and goes by committed offsets: a reader that is down reports nothing,
 * and just then its lag matters (ADR 0046). A position may stand before a marker or a gap, whose age says nothing;
 * what is behind a position where nothing waited was written since then. While Kafka is unavailable there are no
 * figures, rather than old ones.
 */
export const createLagWatch = ({ readers, admin, metrics, nowMs, everyMs = EVERY_MS }: LagWatchDeps) => {
  const records = metrics.gauge('consumer_lag_records');
  const seconds = metrics.gauge('consumer_lag_seconds');
  const heads = new Map<string, Map<number, Head>>();
  const idle = new Map(readers.map(({ group }) => [group, new Map<number, Head>()]));

  const sinceOf = async ({ group, topic }: WatchedReader, next: ReadonlyMap<number, number>) => {
    const before = heads.get(group) ?? new Map<number, Head>();
    // A record that still waits was written when it was: only others are looked up.
    const moved = new Map(
      [...next].filter(([partition, offset]) => before.get(partition)?.offset !== offset),
    );
    const found = await writtenSince(moved, nowMs(), (timeMs) => admin.offsetsAt(topic, timeMs));
    const now = new Map(
      [...next].map(([partition, offset]) => {
        const writtenMs = found.get(partition) ?? before.get(partition)!.sinceMs;
        const rested = idle.get(group)!.get(partition);
        // A group that was set back has records before it that are as old as they are.
        const isNewer = rested !== undefined && offset >= rested.offset;
        return [partition, { offset, sinceMs: isNewer ? Math.max(writtenMs, rested.sinceMs) : writtenMs }];
      }),
    );
    heads.set(group, now);
    return now;
  };

  const measure = async (reader: WatchedReader) => {
    const askedMs = nowMs();
    const committed = await admin.committedAll(reader.group, reader.topic);
    const waiting = waitingOf(await admin.ends(reader.topic), committed);
    const behind = new Map(waiting.filter(({ count }) => count > 0).map((one) => [one.partition, one.next]));
    for (const { partition, next, count } of waiting)
      if (count === 0) idle.get(reader.group)!.set(partition, { offset: next, sinceMs: askedMs });
    const since = await sinceOf(reader, behind);
    return waiting.map(({ partition, count }) => ({
      labels: { group: reader.group, partition: String(partition) },
      count,
      ageSeconds: since.has(partition) ? Math.max(0, nowMs() - since.get(partition)!.sinceMs) / 1000 : 0,
    }));
  };

  let last: WatchedLag[] = readers.map(({ group }) => ({ group, lag: null, oldestSeconds: null }));
  const unknown = last;

  const look = async () => {
    const measured = await Promise.all(readers.map(measure)).catch((error: unknown) => {
      records.reset();
      seconds.reset();
      last = unknown;
      throw error;
    });
    last = measured.map((partitions, at) => ({
      group: readers[at]!.group,
      lag: partitions.reduce((sum, { count }) => sum + count, 0),
      oldestSeconds: Math.max(0, ...partitions.map(({ ageSeconds }) => ageSeconds)),
    }));
    records.reset();
    seconds.reset();
    for (const { labels, count, ageSeconds } of measured.flat()) {
      records.set(labels, count);
      seconds.set(labels, ageSeconds);
    }
  };
  const { start, stop } = runPeriodically(look, { everyMs });
  // A look that waits for a Kafka that is away is not waited for: the process would end too late.
  return {
    look,
    start,
    stop: async (): Promise<void> => void stop(),
    /** What was measured last, over all partitions; null in it while Kafka is unavailable. */
    last: (): readonly WatchedLag[] => last,
  };
};
