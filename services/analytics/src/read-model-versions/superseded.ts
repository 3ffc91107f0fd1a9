/**
 * A version of the read models: the schema version of the views, and the generation of the log that it was built from.
 */
export type ReadModelVersion = { schemaVersion: number; generation: number };

/** The versions in use, as far as they decide whether another one may go. */
export type VersionsInUse = {
  /** The version that this release updates, of the current generation. */
  present: ReadModelVersion;
  /** When that generation began, and so when the previous one was superseded. */
  beganMs: number;
  /** Which versions replicas reported to serve, and when. */
  served: readonly (ReadModelVersion & { seenMs: number })[];
  nowMs: number;
  /** How long a version is retained after its last use, in milliseconds. */
  graceMs: number;
};

const isLongAgo = (ms: number, { nowMs, graceMs }: VersionsInUse): boolean => nowMs - ms > graceMs;
const isServed = (use: VersionsInUse, matches: (version: ReadModelVersion) => boolean): boolean =>
  use.served.some((one) => matches(one) && !isLongAgo(one.seenMs, use));

/**
 * Tells whether the views of a partition in a version may be deleted: they are older than the current ones, no replica
 * has updated or served them for longer than the grace period, and their replacement has caught up. Views of an
 * unknown schema version belong to a later release, which may come back.
 * @param found `seenMs`: when an owner last read it
 * @param isLive whether the partition's views in the current version have caught up
 */
export const canDropViews = (
  found: ReadModelVersion & { seenMs: number },
  use: VersionsInUse,
  isLive: boolean,
): boolean => {
  const { schemaVersion, generation } = found;
  if (schemaVersion > use.present.schemaVersion || generation > use.present.generation) return false;
  const isOlderLog = generation < use.present.generation;
  if (!isOlderLog && schemaVersion === use.present.schemaVersion) return false;
  if (isOlderLog ? !isLongAgo(use.beganMs, use) : !isLive) return false;
  if (!isLongAgo(found.seenMs, use)) return false;
  return !isServed(use, (one) => one.schemaVersion === schemaVersion && one.generation === generation);
};

/** Tells the same for the facts of a generation, which have no schema version. */
export const canDropFacts = (found: { generation: number; seenMs: number }, use: VersionsInUse): boolean => {
  const { generation, seenMs } = found;
  if (generation >= use.present.generation || !isLongAgo(use.beganMs, use) || !isLongAgo(seenMs, use))
    return false;
  return !isServed(use, (one) => one.generation === generation);
};
