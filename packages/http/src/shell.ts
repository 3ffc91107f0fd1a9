import { createDiagnostics, type Log, type Metrics, type ReadinessProbe } from '@skillstream/runtime';
import { idleTelemetry, type Telemetry } from '@skillstream/telemetry';
import express, { Router, type Express, type RequestHandler } from 'express';
import { auditTrail } from './audit.ts';
import { diagnosticsHandlers } from './diagnostics.ts';
import { healthHandlers } from './health.ts';
import { onlyLocal } from './only-local.ts';
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
  /** Where requests are traced; by default their contexts are only carried on. */
  telemetry?: Telemetry | undefined;
  /** Admits a request to the routes if its caller is authorized; calls `next('router')` for unknown operations. */
  authorize: RequestHandler;
  routes: Router[];
  /** The middleware that a request passes before any route, in this order. */
  before?: RequestHandler[];
  /** Responds at a path that no route is for, or leaves it to the problem that says so. */
  unknown?: RequestHandler;
  /** The proxies whose X-Forwarded-* headers are trusted, in Express's format; none by default. */
  trustProxy?: number | string[];
};

// Express would not trust a proxy that another one reports with a port, and would treat it as the client.
const trust = (app: Express, proxies: number | string[]): void => {
  app.set('trust proxy', proxies);
  const trusts = app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  app.set('trust proxy', (address: string, hop: number) => trusts(plainAddress(address) ?? address, hop));
};

/** The HTTP application that every service shares, around its own routes. */
export const createShell = ({
  log,
  metrics,
  readiness,
  telemetry = idleTelemetry(),
  authorize,
  routes,
  before = [],
  unknown = (_req, _res, next) => next(),
  trustProxy,
}: ShellDeps): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  if (trustProxy !== undefined) trust(app, trustProxy);
  telemetry.countSpans(metrics.counter('trace_spans_total'));
  const watch = [requestMetrics(metrics, log), auditTrail(log)];
  app.use(requestTrace(telemetry.tracer), withSafeHeaders, ...watch, wellFormed, ...before);
  app.use('/v1/diagnostics', onlyLocal);
  const ofProcess = { ...healthHandlers(readiness), ...diagnosticsHandlers(createDiagnostics()) };
  const all = [operationRouter('every', ofProcess), ...routes];
  // One router around all routes: unknown operations leave it before any handler runs.
  app.use(Router().use(noOptions, authorize, ...all));
  app.use(refusedMethod(all), unknown, unknownPath, problemErrors(log));
  return app;
};
