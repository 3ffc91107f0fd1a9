/** A posting that died at a version; `retracted`: what died was its retraction. */
export type DeadPosting = { postingId: string; source: string; version: number; retracted: boolean };

/** A dead letter as the ledger sees it; `posting` is null where the record does not say which it was. */
export type DeadLetter = {
  /** Topic, partition and offset of the original record: a repeat is no second one. */
  identity: string;
  posting: DeadPosting | null;
};

/** Which postings died at which version, the newest each, and how many records nobody can name. */
export const createDeadLetterTally = () => {
  const unknown = new Set<string>();
  const newest = new Map<string, DeadPosting>();
  let revision = 0;
  return {
    add: ({ identity, posting }: DeadLetter): void => {
      if (!posting) return void unknown.add(identity);
      const known = newest.get(posting.postingId);
      if (!known || known.version < posting.version) {
        newest.set(posting.postingId, posting);
        revision += 1;
      }
    },
    postings: (): DeadPosting[] => [...newest.values()],
    /** The newest version of a posting that died; null where none did. */
    diedAt: (postingId: string): number | null => newest.get(postingId)?.version ?? null,
    unknown: (): number => unknown.size,
    /** Another number whenever the postings are others. */
    revision: (): number => revision,
  };
};

export type DeadLetterTally = ReturnType<typeof createDeadLetterTally>;
