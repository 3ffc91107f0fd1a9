import type { Handlers } from '@skillstream/http';
import type { IngestionRow } from '@skillstream/contracts';
import { shareCount } from './share-count.ts';

// Half of the time at most goes into counting, however often somebody asks.
const LEAST_FRESH_MS = 200;
const MOST_FRESH_MS = 1000;
// Postings wait to be published, so nobody can claim anything of the sums yet, and counting takes from the work
// itself.
const BUSY_FRESH_MS = 5000;

// RFC 9111, 5.2.1.1 and 5.2.1.4: the asker takes an answer of this age, or none that was there before the question.
const takenAgeMs = (cacheControl = ''): number =>
  1000 * Number(/\bmax-age=(\d{1,3})\b/.exec(cacheControl)?.[1] ?? 0);
const wantsNew = (cacheControl = ''): boolean => /\bno-cache\b/.test(cacheControl);

/**
 * Ingestion's line of the ledger. Counting goes through an index of every posting, so an answer serves everybody for
 * as long again as it took, a second at most, and for longer while postings wait or where the asker says so
 * (`Cache-Control: max-age=5`); `no-cache` has it counted anew. Whoever comes while it is being counted waits for
 * that count, or, by `no-cache`, for the one next to it, which is one for all.
 * @param waiting how many postings wait to be published
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
