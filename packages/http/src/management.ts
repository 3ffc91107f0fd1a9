import type { Log, Metrics, ReadinessProbe } from '@skillstream/runtime';
import express, { Router, type Express } from 'express';
import { healthHandlers, metricsHandlers } from './health.ts';
import { managementRouter } from './operation-router.ts';
import { problemErrors, unknownPath } from './problem-errors.ts';
import { noOptions, refusedMethod } from './refused-method.ts';
import { withSafeHeaders } from './safe-headers.ts';
import { wellFormed } from './well-formed.ts';

export type ManagementDeps = { log: Log; metrics: Metrics; readiness: ReadinessProbe };

/**
 * What whoever watches a process asks: metrics, liveness and readiness, at a port of their own that no Service and no
 * route leads to. No token is asked for, since neither Prometheus nor a kubelet has one of ours, and the requests are
 * neither counted nor traced: they are no callers'.
 */
export const createManagement = ({ log, metrics, readiness }: ManagementDeps): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  const router = managementRouter({ ...healthHandlers(readiness), ...metricsHandlers(metrics) });
  app.use(withSafeHeaders, wellFormed, Router().use(noOptions, router));
  app.use(refusedMethod([router]), unknownPath, problemErrors(log));
  return app;
};
