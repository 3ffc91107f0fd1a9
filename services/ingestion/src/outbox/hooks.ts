/** Steps between which fault tests stop or kill; see `fault-injection.ts` for doing it from outside. */
export type OutboxHooks = {
  /** Postings are stored, nobody was told. */
  afterStore?: () => Promise<void>;
  /** Pending postings are read, the lease was held a moment ago. */
  beforePublish?: () => Promise<void>;
  /** The transaction is committed, the postings are still marked pending. */
  afterPublish?: () => Promise<void>;
};
