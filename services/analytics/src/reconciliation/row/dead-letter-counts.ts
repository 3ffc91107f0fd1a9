/** A posting that died at a version; `retracted`: what died was its retraction. */
export type DeadPosting = { postingId: string; source: string; version: number; retracted: boolean };

/** A dead letter as the ledger sees it; `posting` is null where the record does not say which it was. */
export type DeadLetter = {
  /** Topic, partition and offset of the original record: a repeat is no second one. */
  identity: string;
  posting: DeadPosting | null;
};

type Part = { unknown: Set<string>; newest: Map<string, DeadPosting> };

const addNewest = (newest: Map<string, DeadPosting>, posting: DeadPosting): void => {
  const known = newest.get(posting.postingId);
  if (!known || known.version < posting.version) newest.set(posting.postingId, posting);
};

/**
 * Which postings died at which version, the newest each, and how many records nobody can name; by the partition of
 * dead letters that they stand in, since each is read, and may be made anew, by itself.
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
    /** @param at the partition of dead letters */
    add: (at: string, letters: Iterable<DeadLetter>): void => {
      const part = parts.get(at) ?? { unknown: new Set(), newest: new Map() };
      parts.set(at, part);
      for (const { identity, posting } of letters) {
        revision += 1;
        if (posting) addNewest(part.newest, posting);
        else part.unknown.add(identity);
      }
    },
    /** Forgets what stood in a partition that was made anew. */
    forget: (at: string): void => {
      revision += 1;
      parts.delete(at);
    },
    postings: (): DeadPosting[] => [...sum().newest.values()],
    /** The newest version of a posting that died; null where none did. */
    diedAt: (postingId: string): number | null => sum().newest.get(postingId)?.version ?? null,
    unknown: (): number => sum().unknown,
    /** Another number whenever something was added. */
    revision: (): number => revision,
  };
};

export type DeadLetterCounts = ReturnType<typeof createDeadLetterCounts>;
