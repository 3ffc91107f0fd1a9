import type { IngestionLine } from '@skillstream/contracts';
import { Router } from 'express';

const FRESH_MS = 1000;

// RFC 9111, 5.2.1.1: the asker takes an answer of this age.
const takenAgeMs = (cacheControl = ''): number =>
  1000 * Number(/\bmax-age=(\d{1,3})\b/.exec(cacheControl)?.[1] ?? 0);

/**
 * `GET /v1/ledger`; counting reads every posting, so an answer serves everybody for a second, and for longer whoever
 * says so (`Cache-Control: max-age=5`).
 */
export const ledgerRoutes = (readLedger: () => Promise<IngestionLine>, nowMs: () => number): Router => {
  let known: { atMs: number; line: Promise<IngestionLine> } | null = null;
  const router = Router();
  router.get('/v1/ledger', async (req, res) => {
    const freshMs = Math.max(FRESH_MS, takenAgeMs(req.header('cache-control')));
    if (!known || nowMs() - known.atMs >= freshMs) known = { atMs: nowMs(), line: readLedger() };
    const { line } = known;
    line.catch(() => (known = null));
    res.json(await line);
  });
  return router;
};
