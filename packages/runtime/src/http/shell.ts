import express, { type Express, type RequestHandler, type Router } from 'express';
import { auditTrail } from '../auth/audit.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { ReadinessProbe } from '../readiness.ts';
import { healthRoutes } from './health.ts';
import { problemErrors, unknownPath } from './problem-errors.ts';
import { refusedMethod } from './refused-method.ts';
import { requestMetrics } from './request-metrics.ts';
import { requestTrace } from './request-trace.ts';
import { withSafeHeaders } from './safe-headers.ts';
import { wellFormed } from './well-formed.ts';

export type ShellDeps = {
  log: Log;
  metrics: Metrics;
  readiness: ReadinessProbe;
  /** Lets a request go on to the routes when its caller may do that. */
  authorize: RequestHandler;
  routes: Router[];
  /** What a request passes before any route, in this order. */
  before?: RequestHandler[];
  /** Whose X-Forwarded-* headers count, as Express takes it; nobody's where nothing is said. */
  trustProxy?: number | string[];
};

/** The HTTP face that every service shares around its own routes. */
export const createShell = ({
  log,
  metrics,
  readiness,
  authorize,
  routes,
  before = [],
  trustProxy,
}: ShellDeps): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  if (trustProxy !== undefined) app.set('trust proxy', trustProxy);
  app.use(
    requestTrace,
    withSafeHeaders,
    requestMetrics(metrics, log),
    auditTrail(log),
    wellFormed,
    ...before,
    authorize,
  );
  const all = [healthRoutes(readiness, metrics), ...routes];
  for (const router of all) app.use(router);
  app.use(refusedMethod(all), unknownPath, problemErrors(log));
  return app;
};
