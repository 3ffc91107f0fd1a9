import {
  createShutdown,
  exitOnSignals,
  type ShutdownPlan,
  type Log,
  type Metrics,
  type ReadinessProbe,
} from '@skillstream/runtime';
import type { Express } from 'express';
import { listen } from './listen.ts';
import { createManagement } from './management.ts';
import { MANAGEMENT_CONNECTIONS, serverLimits } from './server-limits.ts';

/** What every service's createApp returns: everything is built, nothing runs. */
export type ServiceApp = {
  shell: Express;
  readiness: ReadinessProbe;
  metrics: Metrics;
  /** Starts working; waits for engines without a limit. */
  start: () => Promise<unknown> | void;
  /** Ends endless responses, before HTTP is closed. */
  endStreams?: () => void;
  /** In the order in which they are stopped, after HTTP. */
  stops: ShutdownPlan['stops'];
};

export type ServeSettings = {
  PORT: number;
  MANAGEMENT_PORT: number;
  HOST: string;
  SHUTDOWN_TIMEOUT_MS: number;
  SHUTDOWN_WAIT_MS: number;
  HEADERS_TIMEOUT_MS?: number;
  BODY_TIMEOUT_MS?: number;
  BODY_IDLE_TIMEOUT_MS?: number;
};

/**
 * Listens at once, whatever the state of the engines, and starts the app. The management port is the last to open, so
 * that nobody is told of a service that takes no requests yet, and the last to close: it says until the end that the
 * service is not ready.
 * @returns the ports, a promise of the app's start, and a function that stops everything in order
 * @throws Error where one of the ports is taken; neither is open then
 */
export const serve = async (app: ServiceApp, settings: ServeSettings, log: Log) => {
  const limits = {
    ...serverLimits,
    headersTimeoutMs: settings.HEADERS_TIMEOUT_MS ?? serverLimits.headersTimeoutMs,
    bodyTimeoutMs: settings.BODY_TIMEOUT_MS ?? serverLimits.bodyTimeoutMs,
    bodyIdleTimeoutMs: settings.BODY_IDLE_TIMEOUT_MS ?? serverLimits.bodyIdleTimeoutMs,
  };
  const { HOST: host, SHUTDOWN_TIMEOUT_MS: timeoutMs, SHUTDOWN_WAIT_MS: waitMs } = settings;
  const { readiness, metrics, stops, endStreams } = app;
  const { server, port } = await listen(app.shell, settings.PORT, host, limits, log);
  const watched = createManagement({ log, metrics, readiness });
  const fewer = { ...limits, connections: MANAGEMENT_CONNECTIONS };
  const opened = listen(watched, settings.MANAGEMENT_PORT, host, fewer, log);
  const { server: management, port: managementPort } = await opened.catch((error: unknown) => {
    server.close();
    throw error;
  });
  log.info({ port, managementPort, host }, 'listening');
  const stop = createShutdown({ log, server, management, readiness, endStreams, stops, timeoutMs, waitMs });
  return { port, managementPort, stop, started: Promise.resolve(app.start()) };
};

/** Serves until a signal arrives; the process exits when everything has stopped. */
export const runService = async (app: ServiceApp, settings: ServeSettings, log: Log): Promise<void> => {
  const { stop, started } = await serve(app, settings, log);
  exitOnSignals(stop, { log, timeoutMs: settings.SHUTDOWN_TIMEOUT_MS });
  await started;
};
