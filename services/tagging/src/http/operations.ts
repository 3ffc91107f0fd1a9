import type { ConsumerStatus, LaggingLine } from '@skillstream/contracts';
import { Router } from 'express';

/** `GET /v1/ledger` (this service's line: what it has not taken yet) and `GET /v1/consumers` (how far it reads). */
export const operationsRoutes = (status: () => ConsumerStatus): Router => {
  const router = Router();
  router.get('/v1/ledger', (_req, res) => {
    const line: LaggingLine = { lag: status().lag };
    res.json(line);
  });
  router.get('/v1/consumers', (_req, res) => {
    res.json([status()]);
  });
  return router;
};
