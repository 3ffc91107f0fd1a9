import type { AnalyticsLine, ConsumerStatus } from '@skillstream/contracts';
import { noQuery } from '@skillstream/runtime';
import { Router } from 'express';

export type OperationsDeps = { ledgerLine: () => Promise<AnalyticsLine>; consumers: () => ConsumerStatus[] };

/** `GET /v1/ledger` (this service's line) and `GET /v1/consumers` (how far each reads). */
export const operationsRoutes = ({ ledgerLine, consumers }: OperationsDeps): Router => {
  const router = Router();
  router.get('/v1/ledger', noQuery, async (_req, res) => {
    res.json(await ledgerLine());
  });
  router.get('/v1/consumers', noQuery, (_req, res) => {
    res.json(consumers());
  });
  return router;
};
