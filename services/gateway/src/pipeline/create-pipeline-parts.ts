import type { Ledger, OperationId } from '@skillstream/contracts';
import { createSnapshots, type Channel, type Log, type Metrics, type Redis } from '@skillstream/runtime';
import { createRequestEvents } from '../http/count-events.ts';
import { createRequestRates } from '../http/count-requests.ts';
import { createObjectives } from '../objectives/create-objectives.ts';
import { createSnapshotReader } from '../store/pipeline-snapshots.ts';
import { createSubscription } from '../store/pipeline-subscription.ts';
import type { Upstreams } from '../upstreams/create-upstreams.ts';
import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';
import { upstreams, type Upstream } from '../upstreams/upstreams.ts';
import { createPipeline } from './create-pipeline.ts';
import { createPipelineWatch, type WatchDeps } from './watch-pipeline.ts';

export type PipelinePartsDeps = Pick<WatchDeps, 'streams' | 'nowMs'> & {
  redis: Redis;
  /** A connection of its own: the channel is listened to on it. */
  pipelineRedis: Redis;
  channel: Channel;
  upstreams: Pick<Upstreams, 'ask' | 'circuitBreakers'>;
  cache: () => { hits: number; misses: number };
  ledger: (headers: OnwardHeaders) => Promise<Ledger>;
  /** Prefix of keys and channels in Redis, which isolates tests. */
  namespace: string;
  log: Log;
  metrics: Metrics;
};

const reports = {
  ingestion: 'getIngestionPipeline',
  tagging: 'getTaggingPipeline',
  analytics: 'getAnalyticsPipeline',
} as const satisfies Record<Upstream, OperationId>;

/** The pipeline at the gateway: its state, its live stream, and how this replica shows itself in it. */
export const createPipelineParts = (deps: PipelinePartsDeps) => {
  const { redis, channel, cache, ledger, namespace, log, metrics, nowMs, streams } = deps;
  const { ask, circuitBreakers } = deps.upstreams;
  const requests = createRequestRates();
  const events = createRequestEvents(metrics);
  const snapshots = createSnapshots(channel, () => ({
    ...{ rates: requests.rates(), consumers: [], cache: cache() },
    objectives: events.since(),
    breakers: upstreams.map((upstream) => ({ upstream, state: circuitBreakers[upstream].state() })),
  }));
  const findReplicas = createSnapshotReader(redis, namespace, nowMs);
  const objectives = createObjectives({ findReplicas, nowMs });
  const read = createPipeline({
    ...{ own: snapshots.report, ledger, nowMs, findReplicas },
    objectives: objectives.state,
    askReplica: (upstream, headers) => ask(reports[upstream], { headers }),
    onEvents: (events) => watch.onEvents(events),
  });
  const watch = createPipelineWatch({ read, streams, nowMs, log, metrics });
  const subscription = createSubscription({
    ...{ redis: deps.pipelineRedis, namespace, log, onSighting: watch.onSighting },
    onEvent: (event) => watch.onEvents([event]),
  });
  return {
    read,
    watch,
    countRequests: [requests.count, events.count],
    /** Whether events are heard from now on. */
    hasBegun: subscription.isSubscribed,
    start: (): void => {
      snapshots.start();
      objectives.start();
      subscription.start();
    },
    stop: async (): Promise<void> => {
      await subscription.stop();
      await objectives.stop();
      await snapshots.stop();
    },
  };
};
