import { Agent } from 'node:http';
import { createMetrics, createReadiness, createShell, type Log } from '@skillstream/runtime';
import { createForward } from './http/forward.ts';
import { referenceRoutes } from './http/reference.ts';
import { gatewayRoutes } from './http/routes.ts';
import { createAskPart } from './parts/ask-part.ts';
import type { PartUrls } from './parts/route-table.ts';

export type AppDeps = {
  log: Log;
  urls: PartUrls;
  /** How long a part may stay silent before its answer begins. */
  timeoutMs: number;
};

const QUESTION_TIMEOUT_MS = 5000;

/** Builds the gateway; nothing listens yet. */
export const createApp = ({ log, urls, timeoutMs }: AppDeps) => {
  const agent = new Agent({ keepAlive: true });
  // Ready means alive: a gateway that waits for every part would take all of them away when one is.
  const readiness = createReadiness({});
  const ask = createAskPart(urls, Math.min(timeoutMs, QUESTION_TIMEOUT_MS));
  const forward = createForward({ log, agent, timeoutMs });
  const routes = [gatewayRoutes({ log, urls, ask, forward }), referenceRoutes()];
  const shell = createShell({ log, metrics: createMetrics('gateway'), readiness, routes });
  const stops = [{ name: 'connections', stop: async () => agent.destroy() }];
  return { shell, readiness, start: () => undefined, stops };
};
