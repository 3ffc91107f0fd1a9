import type { IngestionRow } from '@skillstream/contracts';
import type { Handlers } from '@skillstream/http';
import { shareCount } from './share-count.ts';

// Half of the time at most goes into counting, however many requests there are.
const LEAST_FRESH_MS = 200;
const MOST_FRESH_MS = 1000;
// While postings are pending nobody can draw conclusions from the sums, and counting competes with the work itself.
const BUSY_FRESH_MS = 5000;

// RFC 9111, 5.2.1.1 and 5.2.1.4: the caller accepts a response of this age, or none from before the request.
const takenAgeMs = (cacheControl = ''): number =>
  1000 * Number(/\bmax-age=(\d{1,3})\b/.exec(cacheControl)?.[1] ?? 0);
const wantsNew = (cacheControl = ''): boolean => /\bno-cache\b/.test(cacheControl);

/**
 * Ingestion's row of the ledger. Counting scans an index of every posting, so a result is shared for as long again as
 * it took, a second at most, and longer while postings are pending or where the caller allows it (`Cache-Control:
 * max-age=5`); `no-cache` requests a new count. Callers that arrive during a count share it, or, with `no-cache`,
 * share the next one.
 * @param waiting how many postings are pending
 */
export const ledgerHandlers = (
  readLedger: () => Promise<IngestionRow>,
  waiting: () => number,
  nowMs: () => number,
) => {
  const counted = shareCount(readLedger, nowMs);
  return {
    getIngestionRow: async (req, res) => {
      const wanted = req.header('cache-control');
      const restedMs = Math.min(MOST_FRESH_MS, Math.max(LEAST_FRESH_MS, 2 * counted.tookMs()));
      const ownMs = waiting() > 0 ? BUSY_FRESH_MS : restedMs;
      res.json(await counted.within(wantsNew(wanted) ? 0 : Math.max(ownMs, takenAgeMs(wanted))));
    },
  } satisfies Partial<Handlers<'ingestion'>>;
};
