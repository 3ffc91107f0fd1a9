import { canDropFacts, canDropViews, type VersionsInUse, type ReadModelVersion } from './superseded.ts';

export type JanitorDeps = {
  views: {
    find: () => AsyncIterable<ReadModelVersion & { partition: number; seenMs: number }>;
    isLive: (version: ReadModelVersion, partition: number) => Promise<boolean>;
    drop: (version: ReadModelVersion, partition: number) => Promise<void>;
  };
  facts: {
    find: () => Promise<{ generation: number; seenMs: number }[]>;
    drop: (generation: number) => Promise<void>;
  };
  /** Awaited after each deletion, to leave time for other clients; its rejection ends the round. */
  onDropped: (what: { views: ReadModelVersion & { partition: number } } | { facts: number }) => Promise<void>;
};

/**
 * Deletes the views and facts that have not been used for the grace period, a partition or a generation at a time. Any
 * number of replicas may do so concurrently: what one deletes, the others do not find.
 */
export const cleanUp = async (
  { views, facts, onDropped }: JanitorDeps,
  use: VersionsInUse,
): Promise<void> => {
  for await (const { partition, seenMs, ...version } of views.find()) {
    const isLive = await views.isLive(use.present, partition);
    if (!canDropViews({ ...version, seenMs }, use, isLive)) continue;
    await views.drop(version, partition);
    await onDropped({ views: { ...version, partition } });
  }
  for (const found of await facts.find()) {
    if (!canDropFacts(found, use)) continue;
    await facts.drop(found.generation);
    await onDropped({ facts: found.generation });
  }
};
