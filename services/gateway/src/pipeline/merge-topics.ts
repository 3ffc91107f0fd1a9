import type { PipelineConsumer, PipelinePartition, PipelineTopic } from '@skillstream/contracts';
import type { SeenReplica } from './seen-replica.ts';

type Found = { topic: string; consumer: PipelineConsumer };

const secondsSince = (atMs: number, nowMs: number): number =>
  Math.max(0, Math.round((nowMs - atMs) / 100) / 10);

// Of two that name a partition, in a rebalance, the one that said so last reads it; one that is gone reads nothing.
const byStanding = (one: SeenReplica, other: SeenReplica): number =>
  Number(one.live) - Number(other.live) || one.atMs - other.atMs;

/** The largest age that is known; null where something waits, or nobody says whether, and no such age is known. */
const oldestOf = (partitions: readonly PipelinePartition[]): number | null => {
  const known = partitions.flatMap(({ oldestSeconds }) => (oldestSeconds === null ? [] : [oldestSeconds]));
  const most = known.length > 0 ? Math.max(...known) : null;
  // That the other partitions are read to their ends says nothing of this one.
  const hidden = partitions.some(({ lag, oldestSeconds }) => lag > 0 && oldestSeconds === null);
  return most === 0 && hidden ? null : most;
};

/**
 * Every topic with its consumer groups, and each partition with the replica that reads it. The figures of a partition
 * that nobody reads are those of the replica that read it last.
 */
export const mergeTopics = (seen: readonly SeenReplica[], nowMs: number): PipelineTopic[] => {
  const found = new Map<string, Found & { partitions: Map<number, PipelinePartition> }>();
  for (const { service, replica, live, atMs, snapshot } of seen.toSorted(byStanding)) {
    for (const { group, topic, recordsPerSecond, partitions } of snapshot?.consumers ?? []) {
      const key = JSON.stringify([topic, group]);
      const consumer = { group, service, recordsPerSecond: 0, lag: 0, oldestSeconds: null, partitions: [] };
      const one = found.get(key) ?? { topic, consumer, partitions: new Map<number, PipelinePartition>() };
      found.set(key, one);
      if (live) one.consumer.recordsPerSecond += recordsPerSecond;
      for (const partition of partitions)
        one.partitions.set(partition.partition, {
          ...partition,
          oldestSeconds: live ? partition.oldestSeconds : null,
          owner: live ? replica : null,
          ageSeconds: secondsSince(atMs, nowMs),
        });
    }
  }
  const topics = new Map<string, PipelineConsumer[]>();
  for (const { topic, consumer, partitions } of found.values()) {
    const all = [...partitions.values()].sort((a, b) => a.partition - b.partition);
    const lag = all.reduce((sum, one) => sum + one.lag, 0);
    const merged = { ...consumer, lag, oldestSeconds: oldestOf(all), partitions: all };
    topics.set(topic, [...(topics.get(topic) ?? []), merged]);
  }
  return [...topics]
    .map(([topic, consumers]) => ({ topic, consumers }))
    .sort((a, b) => (a.topic < b.topic ? -1 : 1));
};
