import { runInBackground, sleep } from '@skillstream/async';
import type { LedgerState } from '@skillstream/contracts';
import type { Metrics } from './metrics.ts';

/** One end of the ledger: postings by state, and the sum of the versions of those that are not retracted. */
export type LedgerEnd = { postings: Partial<Record<LedgerState, number>>; versions: number };

/** The field of a snapshot; none where the ledger cannot be counted. */
export const ledgerField = (end: LedgerEnd | null): { ledger?: LedgerEnd } => (end ? { ledger: end } : {});

export type LedgerWatchDeps = {
  /** Counts this service's part of the ledger; null where another replica does. */
  read: () => Promise<LedgerEnd | null>;
  metrics: Metrics;
  everyMs?: number;
  /** Milliseconds since 1970. */
  nowMs: () => number;
};

const EVERY_MS = 15_000;
/** Counting may scan an index of all postings: it takes a fiftieth of the time, as far as the pause below allows. */
const REST_FACTOR = 50;
/** Rules wait for longer than this before they believe two ends that were not counted at the same time. */
const MOST_PAUSE_MS = 120_000;

/**
 * Counts one end of the ledger again and again, for metrics and snapshots. While it cannot be counted there are no
 * figures, rather than old ones: a balance is a claim.
 */
export const createLedgerWatch = ({ read, metrics, nowMs, everyMs = EVERY_MS }: LedgerWatchDeps) => {
  const postings = metrics.gauge('ledger_postings');
  const versions = metrics.gauge('ledger_versions');
  const readAt = metrics.gauge('ledger_read_timestamp_seconds');
  let last: LedgerEnd | null = null;

  const clear = () => {
    postings.reset();
    // A gauge without labels is 0 from the start, and after a reset.
    for (const gauge of [versions, readAt]) gauge.remove();
  };
  clear();
  const look = async (): Promise<void> => {
    last = await read().catch(() => null);
    clear();
    if (!last) return;
    for (const [state, count] of Object.entries(last.postings)) postings.set({ state }, count);
    versions.set(last.versions);
    readAt.set(nowMs() / 1000);
  };
  const { start, stop } = runInBackground(async (signal) => {
    while (!signal.aborted) {
      const beganMs = performance.now();
      await look();
      const restMs = Math.min(MOST_PAUSE_MS, REST_FACTOR * (performance.now() - beganMs));
      await sleep(Math.max(everyMs, restMs), signal);
    }
  });
  return {
    look,
    start,
    // A count that waits for an engine that is away is not waited for: the process would end too late.
    stop: async (): Promise<void> => void stop(),
    /** What was counted last; null while it cannot be. */
    last: (): LedgerEnd | null => last,
  };
};
