import { Agent } from 'node:http';
import { createBodyCapacity, createShell, operationRouter } from '@skillstream/http';
import { createMetrics, createReadiness, type Log, type Redis } from '@skillstream/runtime';
import type { RequestHandler } from 'express';
import { dashboardHandlers } from './http/dashboard.ts';
import { createForward } from './http/forward.ts';
import { graphqlHandlers } from './http/graphql.ts';
import { liveHandlers } from './http/live.ts';
import { overviewHandlers } from './http/overview.ts';
import { reconciliationHandlers } from './http/reconciliation.ts';
import { referenceHandlers } from './http/reference.ts';
import { rememberedClient } from './http/request.ts';
import { forwardingRoutes } from './http/routes.ts';
import { safety, type Safety } from './http/safety.ts';
import { createReadSmall } from './http/small-body.ts';
import { upstreamErrors } from './http/upstream-errors.ts';
import { createLive } from './live/create-live.ts';
import { createOverview } from './overview/create-overview.ts';
import { createQueries } from './queries/create-queries.ts';
import { createSharedLimits, type PerMinute } from './store/shared-limits.ts';
import { createUpstreams } from './upstreams/create-upstreams.ts';
import type { UpstreamUrls } from './upstreams/upstreams.ts';

export type AppDeps = {
  log: Log;
  urls: UpstreamUrls;
  redis: Redis;
  /** A connection of its own: the live feed blocks on it. */
  liveRedis: Redis;
  /** How long an upstream may stay silent before its response begins, in milliseconds. */
  timeoutMs: number;
  /** Prefix of keys in Redis, which isolates tests; empty in production. */
  namespace: string;
  safety: SafetySettings;
  authorize: RequestHandler;
};

export type SafetySettings = Omit<Safety, 'limits'> & {
  perMinute: PerMinute;
  /** Whose X-Forwarded-* headers are trusted: how many proxies, or their networks. */
  trustedProxies: number | string[];
  /** Live streams per client, and how long one lasts. */
  streams: { mostOfOne: number; lifeMs: number };
};

/** Builds the gateway; nothing listens yet. */
export const createApp = (deps: AppDeps) => {
  const { log, urls, redis, liveRedis, timeoutMs, namespace, safety: settings, authorize } = deps;
  const now = () => Date.now();
  const agent = new Agent({ keepAlive: true });
  const metrics = createMetrics('gateway');
  // Ready means alive: a gateway that waited for every upstream would make all of them unavailable when one is.
  const readiness = createReadiness({});
  const bodies = createBodyCapacity();

  const upstreams = createUpstreams({ agent, urls, timeoutMs, client: rememberedClient });
  const queries = createQueries({ upstreams, redis, namespace, now });
  const overview = createOverview(upstreams.ask, now);
  const live = createLive({ log, metrics, redis: liveRedis, namespace, streams: settings.streams });
  const limits = createSharedLimits(redis, settings.perMinute, namespace);
  const forward = createForward({ log, agent, ...upstreams, timeoutMs, readSmall: createReadSmall(bodies) });

  const own = operationRouter('gateway', {
    ...liveHandlers(live),
    ...graphqlHandlers({ log, bodies, ...upstreams, ...queries, ...overview, ...live }),
    ...overviewHandlers(overview),
    ...reconciliationHandlers(upstreams.ask),
    ...referenceHandlers(),
    ...dashboardHandlers(),
  });
  const forwarded = forwardingRoutes({ ...queries, forward });
  const shell = createShell({
    ...{ log, metrics, readiness, authorize },
    before: safety({ ...settings, limits }),
    trustProxy: settings.trustedProxies,
    routes: [own.use(upstreamErrors(log)), forwarded.use(upstreamErrors(log))],
  });
  return {
    shell,
    readiness,
    start: live.reader.start,
    liveHasBegun: live.reader.hasBegun,
    endStreams: live.subscribers.end,
    stops: [
      { name: 'live reader', stop: live.reader.stop },
      { name: 'connections', stop: async () => agent.destroy() },
    ],
  };
};
