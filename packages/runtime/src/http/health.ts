import { Router } from 'express';
import type { Liveness } from '@skillstream/contracts';
import type { Metrics } from '../metrics.ts';
import type { ReadinessProbe } from '../readiness.ts';
import { noQuery } from './no-query.ts';

/** `/healthz` (alive, looks at nothing else), `/readyz` (may take traffic) and `/metrics` (Prometheus). */
export const healthRoutes = (readiness: ReadinessProbe, metrics: Metrics): Router => {
  const router = Router();
  const alive: Liveness = { alive: true };
  router.get('/healthz', noQuery, (_req, res) => void res.json(alive));
  router.get('/readyz', noQuery, async (_req, res) => {
    const status = await readiness.status();
    res.status(status.ready ? 200 : 503).json(status);
  });
  router.get('/metrics', noQuery, async (_req, res) => {
    res.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
};
