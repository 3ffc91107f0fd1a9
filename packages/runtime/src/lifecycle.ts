import type { Server, ServerResponse } from 'node:http';
import { sleep } from '@skillstream/async';
import { loggedError } from '@skillstream/errors';
import type { Log } from './log.ts';
import type { ReadinessProbe } from './readiness.ts';

export type ShutdownPlan = {
  log: Log;
  readiness: ReadinessProbe;
  server: Server;
  /** Ends answers that would go on for ever, before HTTP closes. */
  endStreams?: (() => void) | undefined;
  /** After HTTP is closed, in this order: consumers, producers, Redis, MongoDB. */
  stops: { name: string; stop: () => Promise<unknown> }[];
  /** All of it must be over by then. */
  timeoutMs: number;
  /** Time for load balancers to see that readiness is false. */
  waitMs: number;
};

const closeServer = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

// A client that keeps its connection would send its next request into the one that is being closed. One that was
// told opens another, elsewhere by then.
const endConnectionsWithAnswers = (server: Server) =>
  server.prependListener('request', (_request, response: ServerResponse) => {
    response.setHeader('connection', 'close');
  });

/** Stops a service in one order with one deadline; the second call is the first one's promise. */
export const createShutdown = (plan: ShutdownPlan) => {
  let running: Promise<void> | null = null;
  const run = async () => {
    plan.readiness.drain();
    endConnectionsWithAnswers(plan.server);
    await sleep(plan.waitMs);
    plan.endStreams?.();
    const closed = closeServer(plan.server);
    const lingering = setTimeout(() => plan.server.closeAllConnections(), plan.timeoutMs / 2);
    await closed;
    clearTimeout(lingering);
    for (const { name, stop } of plan.stops) {
      try {
        await stop();
      } catch (error) {
        plan.log.warn({ part: name, error: loggedError(error) }, 'stop failed');
      }
    }
  };
  return (): Promise<void> => (running ??= run());
};

/** Shuts down on SIGTERM and SIGINT; a second signal, or the deadline, ends the process at once. */
export const exitOnSignals = (
  shutdown: () => Promise<void>,
  plan: Pick<ShutdownPlan, 'log' | 'timeoutMs'>,
) => {
  let deadline: NodeJS.Timeout | null = null;
  const exit = (code: number) => {
    clearTimeout(deadline!);
    process.exit(code);
  };
  const onSignal = (signal: string) => {
    if (deadline) return exit(1);
    plan.log.info({ signal }, 'shutting down');
    deadline = setTimeout(() => {
      plan.log.error({ timeoutMs: plan.timeoutMs }, 'shutdown took too long');
      exit(1);
    }, plan.timeoutMs);
    void shutdown().then(() => exit(0));
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
};
