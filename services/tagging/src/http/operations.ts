import type { ConsumerStatus, LaggingLine } from '@skillstream/contracts';
import { noQuery } from '@skillstream/runtime';
import { Router } from 'express';

/** `GET /v1/ledger` (this service's line: what it has not taken yet) and `GET /v1/consumers` (how far it reads). */
type Consumer = { lag: () => Promise<number>; status: () => ConsumerStatus };

export const operationsRoutes = (consumer: Consumer): Router => {
  const router = Router();
  router.get('/v1/ledger', noQuery, async (_req, res) => {
    const line: LaggingLine = { lag: await consumer.lag() };
    res.json(line);
  });
  router.get('/v1/consumers', noQuery, (_req, res) => {
    res.json([consumer.status()]);
  });
  return router;
};
