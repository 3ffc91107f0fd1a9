import type { IngestionLine } from '@skillstream/contracts';
import { Router } from 'express';

const FRESH_MS = 1000;

/** `GET /v1/ledger`; counting reads every posting, so an answer serves everybody for a second. */
export const ledgerRoutes = (readLedger: () => Promise<IngestionLine>, nowMs: () => number): Router => {
  let known: { atMs: number; line: Promise<IngestionLine> } | null = null;
  const router = Router();
  router.get('/v1/ledger', async (_req, res) => {
    if (!known || nowMs() - known.atMs >= FRESH_MS) known = { atMs: nowMs(), line: readLedger() };
    const { line } = known;
    line.catch(() => (known = null));
    res.json(await line);
  });
  return router;
};
