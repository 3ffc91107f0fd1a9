import type { Liveness } from '@skillstream/contracts';
import { expositionFor, type Metrics, type ReadinessProbe } from '@skillstream/runtime';
import type { Handlers } from './operation-router.ts';

type HealthHandlers = Pick<Handlers<'every'>, 'getHealth' | 'getReadiness'>;
type MetricsHandlers = Pick<Handlers<'every', 'management'>, 'getMetrics'>;

/** Liveness (no dependencies are checked) and readiness, alike at both ports. */
export const healthHandlers = (readiness: ReadinessProbe): HealthHandlers => {
  const alive: Liveness = { alive: true };
  return {
    getHealth: (_req, res) => void res.json(alive),
    getReadiness: async (_req, res) => {
      const status = await readiness.status();
      res.status(status.ready ? 200 : 503).json(status);
    },
  };
};

/** Metrics for Prometheus, at the management port. */
export const metricsHandlers = (metrics: Metrics): MetricsHandlers => ({
  getMetrics: async (req, res) => {
    const type = expositionFor(req.headers.accept);
    res.set('vary', 'accept').type(type);
    res.send(await metrics.text(type));
  },
});
