/**
 * A version of the read models: the schema version of the views, and the generation of the log that it was built from.
 */
export type Version = { schemaVersion: number; generation: number };

/** The versions in use, as far as they decide whether another one may go. */
export type InUse = {
  /** What this release counts in, of the generation that holds. */
  present: Version;
  /** When that generation began: the one before is superseded since then. */
  beganMs: number;
  /** What replicas said that they serve, and when. */
  served: readonly (Version & { seenMs: number })[];
  nowMs: number;
  /** How long a version stays after anybody last had to do with it. */
  graceMs: number;
};

const isLongAgo = (ms: number, { nowMs, graceMs }: InUse): boolean => nowMs - ms > graceMs;
const isServed = (use: InUse, matches: (version: Version) => boolean): boolean =>
  use.served.some((one) => matches(one) && !isLongAgo(one.seenMs, use));

/**
 * Whether the views of a partition in some version may be deleted: they are older than the present ones, were not
 * counted and are not served by any replica for longer than the grace, and what took their place stands. Views of a
 * form that this release does not know are a later release's, which may come back.
 * @param found `seenMs`: when an owner last looked at it
 * @param isLive whether the partition's views in the present version have caught up
 */
export const viewsMayGo = (found: Version & { seenMs: number }, use: InUse, isLive: boolean): boolean => {
  const { schemaVersion, generation } = found;
  if (schemaVersion > use.present.schemaVersion || generation > use.present.generation) return false;
  const isOlderLog = generation < use.present.generation;
  if (!isOlderLog && schemaVersion === use.present.schemaVersion) return false;
  if (isOlderLog ? !isLongAgo(use.beganMs, use) : !isLive) return false;
  if (!isLongAgo(found.seenMs, use)) return false;
  return !isServed(use, (one) => one.schemaVersion === schemaVersion && one.generation === generation);
};

/** The same of the facts of a generation, which have no schema version. */
export const factsMayGo = (found: { generation: number; seenMs: number }, use: InUse): boolean => {
  const { generation, seenMs } = found;
  if (generation >= use.present.generation || !isLongAgo(use.beganMs, use) || !isLongAgo(seenMs, use))
    return false;
  return !isServed(use, (one) => one.generation === generation);
};
