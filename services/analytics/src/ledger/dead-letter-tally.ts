/** A dead letter as the ledger sees it; `posting` is null where the record does not say which it was. */
export type DeadLetter = {
  /** Topic, partition and offset of the original record: a repeat is no second one. */
  identity: string;
  posting: { postingId: string; source: string; version: number } | null;
};

export type DeadPosting = { postingId: string; source: string; version: number };

/** Which postings died at which version, the newest each, and how many records nobody can name. */
export const createDeadLetterTally = () => {
  const unknown = new Set<string>();
  const newest = new Map<string, DeadPosting>();
  return {
    add: ({ identity, posting }: DeadLetter): void => {
      if (!posting) return void unknown.add(identity);
      const known = newest.get(posting.postingId);
      if (!known || known.version < posting.version) newest.set(posting.postingId, posting);
    },
    postings: (): DeadPosting[] => [...newest.values()],
    unknown: (): number => unknown.size,
  };
};

export type DeadLetterTally = ReturnType<typeof createDeadLetterTally>;
