import { MOST_DEAD_NAMED, postingVersion } from '@skillstream/contracts';
import type { CurrentVersion } from './analytics-row.ts';

/** A posting that was dead-lettered at a version; `retracted`: the dead letter is its retraction. */
export type DeadPosting = { postingId: string; source: string; version: number; retracted: boolean };

/** A dead letter as the ledger counts it; `posting` is null when the record does not name it. */
export type DeadLetter = {
  /** Topic, partition and offset of the original record, so that a repeat is not counted twice. */
  identity: string;
  posting: DeadPosting | null;
  /** When it died and why; nothing of letters that an earlier release stored. */
  death?: Death;
};

/** When a record was put aside, in milliseconds since 1970, and why; what its headers do not say is left out. */
export type Death = { ms?: number; code?: string; reason?: string };

type Part = { unknown: Set<string>; newest: Map<string, DeadPosting> };

const addNewest = (newest: Map<string, DeadPosting>, posting: DeadPosting): void => {
  const existing = newest.get(posting.postingId);
  if (!existing || existing.version < posting.version) newest.set(posting.postingId, posting);
};

/**
 * Counts dead letters: for each posting the newest version, and the number of records without a posting. Kept by
 * dead-letter partition, since each is read, and may be recreated, by itself.
 */
export const createDeadLetterCounts = () => {
  const parts = new Map<string, Part>();
  let revision = 0;
  let merged: { revision: number; newest: Map<string, DeadPosting>; unknown: number } | null = null;

  const sum = () => {
    if (merged?.revision === revision) return merged;
    const newest = new Map<string, DeadPosting>();
    const unknown = new Set<string>();
    for (const part of parts.values()) {
      for (const posting of part.newest.values()) addNewest(newest, posting);
      for (const identity of part.unknown) unknown.add(identity);
    }
    return (merged = { revision, newest, unknown: unknown.size });
  };
  return {
    /** @param at the dead-letter partition */
    add: (at: string, letters: Iterable<DeadLetter>): void => {
      const part = parts.get(at) ?? { unknown: new Set(), newest: new Map() };
      parts.set(at, part);
      for (const { identity, posting } of letters) {
        revision += 1;
        if (posting) addNewest(part.newest, posting);
        else part.unknown.add(identity);
      }
    },
    /**
     * Takes away records without a posting. A posting's letter is still counted while no later version of it is known,
     * so that accepted postings stay accounted for.
     */
    remove: (identities: readonly string[]): void => {
      for (const { unknown } of parts.values())
        for (const identity of identities) if (unknown.delete(identity)) revision += 1;
    },
    /** Forgets the contents of a partition that was recreated. */
    forget: (at: string): void => {
      revision += 1;
      parts.delete(at);
    },
    postings: (): DeadPosting[] => [...sum().newest.values()],
    /** The dead-letter partitions that hold a posting. */
    holding: (postingId: string): string[] =>
      [...parts].filter(([, { newest }]) => newest.has(postingId)).map(([at]) => at),
    /** The newest dead-lettered version of a posting; null when there is none. */
    diedAt: (postingId: string): number | null => sum().newest.get(postingId)?.version ?? null,
    unknown: (): number => sum().unknown,
    /** Changes whenever something was added. */
    revision: (): number => revision,
  };
};

export type DeadLetterCounts = ReturnType<typeof createDeadLetterCounts>;

// A record of another producer may have any key; ingestion has never accepted such a posting.
const isId = (key: string): boolean => postingVersion.shape.postingId.safeParse(key).success;

/**
 * Returns dead letters of postings that are not in the facts. Their current state cannot be known here: the log drops
 * a later retraction after a while, and facts that are rebuilt from it lack it. Ingestion knows it.
 * @returns a bounded number; the others count as dead letters as they are
 */
export const unknownDeadLetters = (
  dead: DeadPosting[],
  current: ReadonlyMap<string, CurrentVersion>,
): DeadPosting[] =>
  dead.filter(({ postingId }) => !current.has(postingId) && isId(postingId)).slice(0, MOST_DEAD_NAMED);
