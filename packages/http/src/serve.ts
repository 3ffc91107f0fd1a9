import {
  createShutdown,
  exitOnSignals,
  type ShutdownPlan,
  type Log,
  type ReadinessProbe,
} from '@skillstream/runtime';
import type { Express } from 'express';
import { listen } from './listen.ts';
import { serverLimits } from './server-limits.ts';

/** What every service's createApp returns: everything is built, nothing runs. */
export type ServiceApp = {
  shell: Express;
  readiness: ReadinessProbe;
  /** Starts working; waits for engines without a limit. */
  start: () => Promise<unknown> | void;
  /** Ends endless responses, before HTTP is closed. */
  endStreams?: () => void;
  /** In the order in which they are stopped, after HTTP. */
  stops: ShutdownPlan['stops'];
};

export type ServeSettings = {
  PORT: number;
  HOST: string;
  SHUTDOWN_TIMEOUT_MS: number;
  SHUTDOWN_WAIT_MS: number;
  HEADERS_TIMEOUT_MS?: number;
  BODY_TIMEOUT_MS?: number;
  BODY_IDLE_TIMEOUT_MS?: number;
};

/**
 * Listens at once, whatever the state of the engines, and starts the app.
 * @returns the port, a promise of the app's start, and a function that stops everything in order
 */
export const serve = async (app: ServiceApp, settings: ServeSettings, log: Log) => {
  const limits = {
    ...serverLimits,
    headersTimeoutMs: settings.HEADERS_TIMEOUT_MS ?? serverLimits.headersTimeoutMs,
    bodyTimeoutMs: settings.BODY_TIMEOUT_MS ?? serverLimits.bodyTimeoutMs,
    bodyIdleTimeoutMs: settings.BODY_IDLE_TIMEOUT_MS ?? serverLimits.bodyIdleTimeoutMs,
  };
  const { server, port } = await listen(app.shell, settings.PORT, settings.HOST, limits, log);
  log.info({ port, host: settings.HOST }, 'listening');
  const { SHUTDOWN_TIMEOUT_MS: timeoutMs, SHUTDOWN_WAIT_MS: waitMs } = settings;
  const { readiness, stops, endStreams } = app;
  const stop = createShutdown({ log, server, readiness, endStreams, stops, timeoutMs, waitMs });
  return { port, stop, started: Promise.resolve(app.start()) };
};

/** Serves until a signal arrives; the process exits when everything has stopped. */
export const runService = async (app: ServiceApp, settings: ServeSettings, log: Log): Promise<void> => {
  const { stop, started } = await serve(app, settings, log);
  exitOnSignals(stop, { log, timeoutMs: settings.SHUTDOWN_TIMEOUT_MS });
  await started;
};
