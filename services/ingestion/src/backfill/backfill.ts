/** A run of the backfill. */
export type BackfillRun = {
  runId: string;
  after: string | null;
  total: number;
  done: number;
  /** Of these, skipped because their text has expired; absent in runs of an earlier release. */
  expired?: number;
  finishedAt: Date | null;
};

/** What the backfill needs of the store. */
export type BackfillStore = {
  read: () => Promise<BackfillRun | null>;
  /** The next ids in order, including retracted postings. */
  idsAfter: (after: string | null, most: number) => Promise<string[]>;
  /**
   * Marks those of the ids pending at their present version; skips those that are pending, retracted or expired.
   * @returns how many have expired
   */
  markPending: (ids: string[]) => Promise<number>;
  /** Advances the run; does nothing when another run has replaced it or its position has changed. */
  advance: (
    run: BackfillRun,
    changes: { after: string; done: number; expired: number } | { finishedAt: Date },
  ) => Promise<void>;
};

export type BackfillDeps = {
  store: BackfillStore;
  /** Records that tagging has not processed yet. @throws when that is unknown */
  lag: () => Promise<number>;
  nowMs: () => number;
};

/** Small, so that a live posting never waits behind more than a part of a second's work. */
export const BACKFILL_PAGE = 500;
const IDS_PAGE = 10_000;
const LOOK_EVERY_MS = 1000;

/**
 * The low-priority backfill of the relay: has the postings of a run published again, page by page, in the order of
 * their ids. It only marks them pending; the relay publishes them like any other posting, and only then is the run
 * advanced. Only the relay drives it, so there is one for all replicas. After a crash the page is marked again, and
 * tagged twice at worst.
 */
export const createBackfill = ({ store, lag, nowMs }: BackfillDeps) => {
  let lookedAtMs = -Infinity;
  let run: BackfillRun | null = null;
  let ids: string[] = [];
  let marked: string[] = [];
  let skipped = 0;

  /** Drops the current page: a new leadership reads afresh. */
  const forget = () => {
    [lookedAtMs, run, ids, marked] = [-Infinity, null, [], []];
  };

  const look = async () => {
    const found = await store.read();
    if (found?.runId !== run?.runId) forget();
    run = found && found.finishedAt === null ? found : null;
    lookedAtMs = nowMs();
  };

  const moveOn = async (before: BackfillRun) => {
    await store.advance(before, {
      ...{ after: marked.at(-1)!, done: before.done + marked.length },
      expired: (before.expired ?? 0) + skipped,
    });
    marked = [];
    await look();
  };

  return {
    forget,
    /**
     * Called when nothing else is pending: whatever the previous call marked is in the log. Marks the next page,
     * unless tagging lags.
     * @returns whether there is something to publish now
     */
    step: async (): Promise<boolean> => {
      if (nowMs() - lookedAtMs >= LOOK_EVERY_MS) await look();
      if (run && marked.length > 0) await moveOn(run);
      if (run === null || (await lag()) > BACKFILL_PAGE) return false;
      if (ids.length === 0) ids = await store.idsAfter(run.after, IDS_PAGE);
      const page = ids.splice(0, BACKFILL_PAGE);
      if (page.length > 0) skipped = await store.markPending(page);
      else await store.advance(run, { finishedAt: new Date(nowMs()) }).then(look);
      marked = page;
      return page.length > 0;
    },
  };
};

export type Backfill = ReturnType<typeof createBackfill>;
