import type { Log, Metrics, ReadinessProbe } from '@skillstream/runtime';
import express, { Router, type Express, type RequestHandler } from 'express';
import { auditTrail } from './audit.ts';
import { healthHandlers } from './health.ts';
import { operationRouter } from './operation-router.ts';
import { plainAddress } from './client-of.ts';
import { problemErrors, unknownPath } from './problem-errors.ts';
import { noOptions, refusedMethod } from './refused-method.ts';
import { requestMetrics } from './request-metrics.ts';
import { requestTrace } from './request-trace.ts';
import { withSafeHeaders } from './safe-headers.ts';
import { wellFormed } from './well-formed.ts';

export type ShellDeps = {
  log: Log;
  metrics: Metrics;
  readiness: ReadinessProbe;
  /** Lets a request go on to the routes when its caller may do that; `next('router')` for what nobody named. */
  authorize: RequestHandler;
  routes: Router[];
  /** What a request passes before any route, in this order. */
  before?: RequestHandler[];
  /** Whose X-Forwarded-* headers count, as Express takes it; nobody's where nothing is said. */
  trustProxy?: number | string[];
};

// Express would trust no proxy that another one names with a port, and take it for the client.
const trust = (app: Express, proxies: number | string[]): void => {
  app.set('trust proxy', proxies);
  const trusts = app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  app.set('trust proxy', (address: string, hop: number) => trusts(plainAddress(address) ?? address, hop));
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
  if (trustProxy !== undefined) trust(app, trustProxy);
  const watch = [requestMetrics(metrics, log), auditTrail(log)];
  app.use(requestTrace, withSafeHeaders, ...watch, wellFormed, ...before);
  const all = [operationRouter('every', healthHandlers(readiness, metrics)), ...routes];
  // One router around all that serves: what nobody named leaves it before anything in it runs.
  app.use(Router().use(noOptions, authorize, ...all));
  app.use(refusedMethod(all), unknownPath, problemErrors(log));
  return app;
};
