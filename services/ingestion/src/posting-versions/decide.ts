/** What the store knows about a posting that is to be written. */
export type Present = {
  version: number;
  contentHash: string | null;
  retracted: boolean;
  /** The writers of the latest versions, newest last. */
  writes: string[];
};

/**
 * Whether an arriving posting changes nothing of the present one, which else becomes its next version. The hash is
 * compared with a live posting only: one that was retracted and arrives again is a new version, whatever its content.
 */
export const isUnchanged = (
  present: Pick<Present, 'contentHash' | 'retracted'>,
  contentHash: string,
): boolean => !present.retracted && present.contentHash === contentHash;

/** The versions that a caller allows to be replaced; `any` when it gave none. */
export type VersionCondition = 'any' | readonly number[];

export type RetractionDecision = 'unknown' | 'stale' | 'repeated' | 'retract';

/**
 * Decides what a retraction does. A repeat of the request that made the present version counts as applied, also with
 * the If-Match of the first time (RFC 9110, 13.1.1 allows that response).
 */
export const decideRetraction = (
  present: Pick<Present, 'version' | 'retracted'> | null,
  condition: VersionCondition,
): RetractionDecision => {
  if (!present) return 'unknown';
  const allowed = (version: number) => condition === 'any' || condition.includes(version);
  if (present.retracted)
    return allowed(present.version) || allowed(present.version - 1) ? 'repeated' : 'stale';
  return allowed(present.version) ? 'retract' : 'stale';
};

/**
 * How many writers a document remembers: more versions than are usually made in the time of one read. A write that was
 * overtaken by more is considered lost, and made again as another version.
 */
export const WRITES_REMEMBERED = 8;

/** The writers of a posting after one more write. */
export const appendWrite = (before: readonly string[], writeId: string): string[] =>
  [...before, writeId].slice(-WRITES_REMEMBERED);

/**
 * Whether a compare-and-set succeeded, decided from a later state, in which others may have written on top of it.
 * @param version the version that it would have made
 */
export const isWriteApplied = (
  later: Pick<Present, 'version' | 'writes'>,
  version: number,
  writeId: string,
): boolean => later.writes.at(version - later.version - 1) === writeId && version <= later.version;
