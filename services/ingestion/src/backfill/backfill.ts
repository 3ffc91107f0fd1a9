/** A run as the backfill sees it. */
export type BackfillRun = {
  runId: string;
  after: string | null;
  total: number;
  done: number;
  finishedAt: Date | null;
};

/** What the backfill needs of the store. */
export type BackfillStore = {
  read: () => Promise<BackfillRun | null>;
  /** The next ids in their order, retracted postings too. */
  idsAfter: (after: string | null, most: number) => Promise<string[]>;
  /** Marks those of the ids pending at the version that they have; not those that are pending or retracted. */
  markPending: (ids: string[]) => Promise<void>;
  /** Moves the run on; nothing happens when it is another run by now, or stands elsewhere. */
  advance: (
    run: BackfillRun,
    changes: { after: string; done: number } | { finishedAt: Date },
  ) => Promise<void>;
};

export type BackfillDeps = {
  store: BackfillStore;
  /** Records that tagging has not taken yet. @throws when nobody says */
  lag: () => Promise<number>;
  nowMs: () => number;
};

/** Few, so that a live posting never waits behind more than a part of a second's work. */
export const BACKFILL_PAGE = 500;
const IDS_PAGE = 10_000;
const LOOK_EVERY_MS = 1000;

/**
 * The low-priority backfill of the relay: has the postings of a run published again, page by page, in the order of
 * their ids. It only marks them pending; the relay publishes them like any other posting, and only then is the run
 * moved on. Only the relay drives it, so it is one for all replicas. After a crash the page is marked again, and
 * tagged twice at the worst.
 */
export const createBackfill = ({ store, lag, nowMs }: BackfillDeps) => {
  let lookedAtMs = -Infinity;
  let run: BackfillRun | null = null;
  let ids: string[] = [];
  let marked: string[] = [];

  /** Forgets what it has in hand: for a new leadership, which reads afresh. */
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
    await store.advance(before, { after: marked.at(-1)!, done: before.done + marked.length });
    marked = [];
    await look();
  };

  return {
    forget,
    /**
     * Called when nothing else waits: whatever was marked by the call before is in the log. Marks the next page,
     * unless tagging has enough to do.
     * @returns whether there is something to publish now
     */
    step: async (): Promise<boolean> => {
      if (nowMs() - lookedAtMs >= LOOK_EVERY_MS) await look();
      if (run && marked.length > 0) await moveOn(run);
      if (run === null || (await lag()) > BACKFILL_PAGE) return false;
      if (ids.length === 0) ids = await store.idsAfter(run.after, IDS_PAGE);
      const page = ids.splice(0, BACKFILL_PAGE);
      if (page.length > 0) await store.markPending(page);
      else await store.advance(run, { finishedAt: new Date(nowMs()) }).then(look);
      marked = page;
      return page.length > 0;
    },
  };
};

export type Backfill = ReturnType<typeof createBackfill>;
