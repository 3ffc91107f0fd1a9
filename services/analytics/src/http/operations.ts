import type { CountedSkill, ConsumerStatus, ViewsState, AnalyticsLine } from '@skillstream/contracts';
import { noQuery } from '@skillstream/runtime';
import { Router } from 'express';

export type OperationsDeps = {
  ledgerLine: () => Promise<AnalyticsLine>;
  consumers: () => ConsumerStatus[];
  viewVersion: () => Promise<string | null>;
  isCounted: (skillId: string) => Promise<boolean>;
};

/**
 * What the gateway and operators ask: `GET /v1/ledger` (this service's line), `GET /v1/consumers` (how far each
 * reads),
 * `GET /v1/views` (the name of the views that questions are answered from now) and `GET /v1/skills/{id}/counted`.
 */
export const operationsRoutes = ({
  ledgerLine,
  consumers,
  viewVersion,
  isCounted,
}: OperationsDeps): Router => {
  const router = Router();
  router.get('/v1/ledger', noQuery, async (_req, res) => {
    res.json(await ledgerLine());
  });
  router.get('/v1/consumers', noQuery, (_req, res) => {
    res.json(consumers());
  });
  router.get('/v1/views', noQuery, async (_req, res) => {
    const state: ViewsState = { version: await viewVersion() };
    res.json(state);
  });
  router.get('/v1/skills/:id/counted', noQuery, async (req, res) => {
    const found: CountedSkill = { counted: await isCounted(req.params.id!) };
    res.json(found);
  });
  return router;
};
