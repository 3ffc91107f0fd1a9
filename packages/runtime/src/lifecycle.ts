import type { Server, ServerResponse } from 'node:http';
import { sleep } from '@skillstream/async';
import { loggedError } from '@skillstream/errors';
import type { Log } from './log.ts';
import type { ReadinessProbe } from './readiness.ts';

export type ShutdownPlan = {
  log: Log;
  readiness: ReadinessProbe;
  server: Server;
  /** Says that the service is not ready until everything else has stopped. */
  management: Server;
  /** Ends endless responses, before HTTP is closed. */
  endStreams?: (() => void) | undefined;
  /** After HTTP is closed, in this order: consumers, producers, Redis, MongoDB. */
  stops: { name: string; stop: () => Promise<unknown> }[];
  /** The deadline for all of it. */
  timeoutMs: number;
  /** Time for load balancers to notice that the service is not ready. */
  waitMs: number;
};

const closeServer = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

// A client with a keep-alive connection would send its next request into one that is being closed. With `Connection:
// close` it opens another, to another replica by then.
const endConnectionsWithAnswers = (server: Server) =>
  server.prependListener('request', (_request, response: ServerResponse) => {
    response.setHeader('connection', 'close');
  });

/** Stops a service in a fixed order with one deadline; further calls return the promise of the first. */
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
    const ended = closeServer(plan.management);
    plan.management.closeAllConnections();
    await ended;
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
