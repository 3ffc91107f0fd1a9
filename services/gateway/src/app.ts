import { Agent } from 'node:http';
import { createBodyCapacity, createShell, operationRouter } from '@skillstream/http';
import { createChannel, createMetrics, createReadiness } from '@skillstream/runtime';
import { idleTelemetry } from '@skillstream/telemetry';
import type { AppDeps } from './app-deps.ts';
import { createDashboard } from './http/dashboard.ts';
import { createForward } from './http/forward.ts';
import { graphqlHandlers } from './http/graphql.ts';
import { journeyHandlers } from './http/journey.ts';
import { liveHandlers } from './http/live.ts';
import { overviewHandlers } from './http/overview.ts';
import { pipelineHandlers } from './http/pipeline.ts';
import { reconciliationHandlers } from './http/reconciliation.ts';
import { referenceHandlers } from './http/reference.ts';
import { rememberedClient } from './http/request.ts';
import { forwardingRoutes } from './http/routes.ts';
import { runbookHandlers } from './http/runbooks.ts';
import { safety } from './http/safety.ts';
import { signInHandlers } from './http/sign-in.ts';
import { createReadSmall } from './http/small-body.ts';
import { upstreamErrors } from './http/upstream-errors.ts';
import { createLive } from './live/create-live.ts';
import { createOverview } from './overview/create-overview.ts';
import { reportGatewayMetrics } from './overview/report-metrics.ts';
import { createPipelineParts } from './pipeline/create-pipeline-parts.ts';
import { createQueries } from './queries/create-queries.ts';
import { createCountDifferences } from './reconciliation/count-differences.ts';
import { createSharedLimits } from './store/shared-limits.ts';
import { createUpstreams } from './upstreams/create-upstreams.ts';

/** Builds the gateway; nothing listens yet. */
export const createApp = (deps: AppDeps) => {
  const { log, urls, redis, liveRedis, timeoutMs, namespace, safety: settings, authorize } = deps;
  const { telemetry = idleTelemetry() } = deps;
  const { tracer } = telemetry;
  const now = () => Date.now();
  const agent = new Agent({ keepAlive: true });
  const metrics = createMetrics('gateway');
  // Ready means alive: a gateway that waited for every upstream would make all of them unavailable when one is.
  const readiness = createReadiness({});
  const bodies = createBodyCapacity();

  const { replica } = deps;
  const channel = createChannel({ service: 'gateway', replica, redis, namespace, log, metrics });
  const { narrate } = channel;

  const upstreams = createUpstreams({ agent, urls, timeoutMs, client: rememberedClient, narrate, tracer });
  const queries = createQueries({ upstreams, redis, tracer, namespace, now });
  const overview = createOverview(upstreams.ask, now);
  reportGatewayMetrics(metrics, { ...upstreams, cache: queries.cache });
  const live = createLive({ log, metrics, redis: liveRedis, namespace, streams: settings.streams });
  const pipeline = createPipelineParts({
    ...{ redis, pipelineRedis: deps.pipelineRedis, streams: settings.streams },
    ...{ channel, upstreams, metrics, log, namespace, nowMs: now },
    ...{ cache: queries.cache, ledger: overview.ledger },
  });
  const limits = createSharedLimits(redis, settings.perMinute, namespace);
  const forward = createForward({
    ...{ log, agent, ...upstreams, timeoutMs, tracer },
    readSmall: createReadSmall(bodies),
  });

  const dashboard = createDashboard(deps.signIn);
  const own = operationRouter('gateway', {
    ...liveHandlers(live),
    ...graphqlHandlers({ log, bodies, ...upstreams, ...queries, ...overview, ...live }),
    ...overviewHandlers(overview),
    ...pipelineHandlers(pipeline),
    ...journeyHandlers(upstreams.ask, now),
    ...reconciliationHandlers(upstreams.ask, createCountDifferences(metrics)),
    ...referenceHandlers(),
    ...runbookHandlers(dashboard.looks),
    ...signInHandlers(deps.signIn),
    ...dashboard.handlers,
  });
  const forwarded = forwardingRoutes({ ...queries, forward });
  const shell = createShell({
    ...{ log, metrics, readiness, telemetry, authorize },
    before: [...pipeline.countRequests, ...safety({ ...settings, limits })],
    unknown: dashboard.unknown,
    trustProxy: settings.trustedProxies,
    routes: [own.use(upstreamErrors(log)), forwarded.use(upstreamErrors(log))],
  });
  return {
    shell,
    readiness,
    metrics,
    start: () => {
      live.reader.start();
      pipeline.start();
    },
    liveHasBegun: live.reader.hasBegun,
    pipelineHasBegun: pipeline.hasBegun,
    endStreams: () => {
      live.subscribers.end();
      pipeline.watch.end();
    },
    stops: [
      { name: 'live reader', stop: live.reader.stop },
      { name: 'pipeline', stop: pipeline.stop },
      { name: 'connections', stop: async () => agent.destroy() },
    ],
  };
};
