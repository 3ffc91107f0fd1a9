/** A run as the lane sees it. */
export type RetagRun = {
  runId: string;
  after: string | null;
  total: number;
  done: number;
  finishedAt: Date | null;
};

/** What the lane needs of the store. */
export type RetagStore = {
  read: () => Promise<RetagRun | null>;
  /** The next ids in their order, retracted postings too. */
  idsAfter: (after: string | null, most: number) => Promise<string[]>;
  /** Marks those of the ids pending at the version that they have; not those that are pending or retracted. */
  markPending: (ids: string[]) => Promise<void>;
  /** Moves the run on; nothing happens when it is another run by now, or stands elsewhere. */
  advance: (run: RetagRun, changes: { after: string; done: number } | { finishedAt: Date }) => Promise<void>;
};

export type RetagLaneDeps = {
  store: RetagStore;
  /** Records that tagging has not taken yet. @throws when nobody says */
  lag: () => Promise<number>;
  nowMs: () => number;
};

/** Few, so that a live posting never waits behind more than a part of a second's work. */
export const RETAG_PAGE = 500;
const IDS_PAGE = 10_000;
const LOOK_EVERY_MS = 1000;

/**
 * The low-priority lane of the relay: has the postings of a run published again, page by page, in the order of their
 * ids. Only the relay drives it, so it is one for all replicas. A page is marked pending, published like any other
 * posting, and only then is the run moved on; after a crash the page is marked again, and tagged twice at the worst.
 */
export const createRetagLane = ({ store, lag, nowMs }: RetagLaneDeps) => {
  let lookedAtMs = -Infinity;
  let run: RetagRun | null = null;
  let ids: string[] = [];

  const look = async () => {
    const found = await store.read();
    if (found?.runId !== run?.runId) ids = [];
    run = found && found.finishedAt === null ? found : null;
    lookedAtMs = nowMs();
  };

  return {
    /** Whether a run is under way; a new one is seen within a second. */
    active: async (): Promise<boolean> => {
      if (nowMs() - lookedAtMs >= LOOK_EVERY_MS) await look();
      return run !== null;
    },
    /**
     * Does one page, unless tagging has enough to do.
     * @param publish publishes what is pending of the ids
     * @returns whether there was room for a page
     */
    step: async (publish: (ids: string[]) => Promise<unknown>): Promise<boolean> => {
      if (run === null || (await lag()) > RETAG_PAGE) return false;
      if (ids.length === 0) ids = await store.idsAfter(run.after, IDS_PAGE);
      const page = ids.slice(0, RETAG_PAGE);
      const last = page.at(-1);
      if (last === undefined) {
        await store.advance(run, { finishedAt: new Date(nowMs()) });
      } else {
        await store.markPending(page);
        await publish(page);
        await store.advance(run, { after: last, done: run.done + page.length });
        ids = ids.slice(page.length);
      }
      await look();
      return true;
    },
    /** Forgets what it has in hand: for a new term, which reads afresh. */
    forget: () => {
      [lookedAtMs, run, ids] = [-Infinity, null, []];
    },
  };
};

export type RetagLane = ReturnType<typeof createRetagLane>;
