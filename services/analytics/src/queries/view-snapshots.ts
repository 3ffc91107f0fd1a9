import type { AnsweredFrom } from '@skillstream/contracts';
import { isRetryable } from '@skillstream/errors';
import { mergeViews, type MergedViews, type ReadPartition, type Views } from './merge-views.ts';
import { isOf, readSnapshot, type Snapshot } from './read-snapshot.ts';

export type ViewSnapshotsDeps = {
  /** The views in use; null before there are any. */
  store: () => { version: string; views: Views } | null;
  partitions: () => Promise<number>;
  now: () => number;
  maxAgeMs?: number;
};

/** A snapshot, when it was read, and the results that were computed from it, by cache key. */
type Current = { snapshot: Snapshot; readAtMs: number; cached: Map<string, Promise<unknown>> };

// While Redis is unavailable the facts answer queries, slower.
const nullWhileAway = async <T>(reading: () => Promise<T | null>): Promise<T | null> => {
  try {
    return await reading();
  } catch (error) {
    if (isRetryable(error)) return null;
    throw error;
  }
};

/** Reads views at snapshots that are at most `maxAgeMs` old and named by their positions. */
export const createViewSnapshots = ({ store, partitions, now, maxAgeMs = 1000 }: ViewSnapshotsDeps) => {
  let current: Current | null = null;
  let reading: Promise<Current> | null = null;

  const readCurrent = async (used: { version: string; views: Views }): Promise<Current> => {
    const before = current;
    const snapshot = await readSnapshot(used, await partitions(), before?.snapshot ?? null);
    const isSame = before?.snapshot.version === snapshot.version;
    return { snapshot, readAtMs: now(), cached: isSame ? before.cached : new Map() };
  };

  /** The snapshot that queries read now; null while the views are being built. */
  const present = async (): Promise<(Current & { views: Views }) | null> => {
    const used = store();
    if (!used) return null;
    if (!current || now() - current.readAtMs >= maxAgeMs || !isOf(current.snapshot, used.version)) {
      reading ??= readCurrent(used).finally(() => (reading = null));
      current = await reading;
    }
    return current.snapshot.live ? { ...current, views: used.views } : null;
  };

  const read = async <T>(
    readPartition: ReadPartition,
    shape: (views: MergedViews) => T,
    cacheAs?: string,
  ): Promise<{ found: T; answeredFrom: AnsweredFrom } | null> => {
    const at = await present();
    if (!at) return null;
    const { cached, snapshot, views } = at;
    let merging = cacheAs === undefined ? undefined : (cached.get(cacheAs) as Promise<T | null> | undefined);
    if (!merging) {
      merging = mergeViews(snapshot, views, readPartition).then((merged) => merged && shape(merged));
      if (cacheAs !== undefined) {
        cached.set(cacheAs, merging);
        const forget = () => cached.delete(cacheAs);
        merging.then((found) => found ?? forget(), forget);
      }
    }
    const found = await merging;
    const { version, live } = snapshot;
    return found && { found, answeredFrom: { model: 'views', caughtUp: live, viewVersion: version } };
  };

  return {
    /**
     * Reads the views that a query needs, each partition's at one position, sums and shapes them.
     * @param cacheAs caches the shaped result as long as the snapshot is current; for frequent queries, since it stays
     *   in memory
     * @returns null while the views are being built, or Redis is unavailable
     */
    read: <T>(readPartition: ReadPartition, shape: (views: MergedViews) => T, cacheAs?: string) =>
      nullWhileAway(() => read(readPartition, shape, cacheAs)),
    /** The version of the snapshot that queries read now; null while there is none. */
    version: () => nullWhileAway(async () => (await present())?.snapshot.version ?? null),
  };
};

export type ViewSnapshots = ReturnType<typeof createViewSnapshots>;
