import { Router } from 'express';
import type { Metrics } from '../metrics.ts';
import type { ReadinessProbe } from '../readiness.ts';

/** `/healthz` (alive, looks at nothing else), `/readyz` (may take traffic) and `/metrics` (Prometheus). */
export const healthRoutes = (readiness: ReadinessProbe, metrics: Metrics): Router => {
  const router = Router();
  router.get('/healthz', (_req, res) => void res.json({ alive: true }));
  router.get('/readyz', async (_req, res) => {
    const status = await readiness.status();
    res.status(status.ready ? 200 : 503).json(status);
  });
  router.get('/metrics', async (_req, res) => {
    res.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
};
