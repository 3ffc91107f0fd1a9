import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Router } from 'express';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { ReadinessProbe } from '../readiness.ts';
import { healthRoutes } from './health.ts';
import { problemErrors, unknownPath } from './problem-errors.ts';
import { refusedMethod } from './refused-method.ts';
import { requestMetrics } from './request-metrics.ts';
import { requestTrace } from './request-trace.ts';

export type ShellDeps = { log: Log; metrics: Metrics; readiness: ReadinessProbe; routes: Router[] };

/** The HTTP face that every service shares around its own routes. */
export const createShell = ({ log, metrics, readiness, routes }: ShellDeps): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(requestTrace, requestMetrics(metrics, log));
  const all = [healthRoutes(readiness, metrics), ...routes];
  for (const router of all) app.use(router);
  app.use(refusedMethod(all), unknownPath, problemErrors(log));
  return app;
};

/** Listens; resolves with the server and the port that it really has (0 asks for a free one). */
export const listen = (app: Express, port: number, host: string): Promise<{ server: Server; port: number }> =>
  new Promise((resolve, reject) => {
    const server = createServer(app);
    server.once('error', reject);
    server.listen(port, host, () => resolve({ server, port: (server.address() as AddressInfo).port }));
  });
