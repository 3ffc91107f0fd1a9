import type { Liveness } from '@skillstream/contracts';
import { expositionFor, type Metrics, type ReadinessProbe } from '@skillstream/runtime';
import type { Handlers } from './operation-router.ts';

type HealthHandlers = Pick<Handlers<'every'>, 'getHealth' | 'getReadiness' | 'getMetrics'>;

/** Liveness (no dependencies are checked), readiness, and metrics for Prometheus. */
export const healthHandlers = (readiness: ReadinessProbe, metrics: Metrics): HealthHandlers => {
  const alive: Liveness = { alive: true };
  return {
    getHealth: (_req, res) => void res.json(alive),
    getReadiness: async (_req, res) => {
      const status = await readiness.status();
      res.status(status.ready ? 200 : 503).json(status);
    },
    getMetrics: async (req, res) => {
      const type = expositionFor(req.headers.accept);
      res.set('vary', 'accept').type(type);
      res.send(await metrics.text(type));
    },
  };
};
