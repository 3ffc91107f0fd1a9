import { randomUUID } from 'node:crypto';
import { retryForever } from '@skillstream/async';
import { postingsTagged } from '@skillstream/contracts';
import { loggedError } from '@skillstream/errors';
import { createShell } from '@skillstream/http';
import { partitionOf, prefixOf } from '@skillstream/messaging';
import { createPrefixRecord } from '@skillstream/mongo';
import {
  createChannel,
  createRate,
  createReadiness,
  createSnapshots,
  ledgerField,
} from '@skillstream/runtime';
import { idleTelemetry } from '@skillstream/telemetry';
import type { AppDeps } from './app-deps.ts';
import { createConsumers } from './consumers/create-consumers.ts';
import { createProjectionContext } from './consumers/projection-context.ts';
import { createRoutes } from './http/create-routes.ts';
import { createReadTrail } from './journey/read-trail.ts';
import { createLiveFeed } from './live/live-feed.ts';
import { createQueries } from './queries/create-queries.ts';
import { reportsName } from './queries/report/reports-name.ts';
import { createReconciliation } from './reconciliation/create-reconciliation.ts';
import { createAllStores } from './stores/create-stores.ts';
import { VIEW_SCHEMA_VERSION } from './stores/redis/view-keys.ts';
import { createVersionKeeper } from './read-model-versions/version-keeper.ts';

/** Creates the service; nothing runs before `start`. */
export const createApp = (deps: AppDeps) => {
  const { admin, log, metrics, authorize, reports, namespace, telemetry = idleTelemetry() } = deps;
  const { tracer } = telemetry;
  const stopped = new AbortController();
  const { signal } = stopped;
  const now = () => Date.now();
  const names = { topic: postingsTagged.name, replicaId: randomUUID() };
  const { replica, redis } = deps;
  const channel = createChannel({ service: 'analytics', replica, redis, namespace, log, metrics });
  const counted = createRate();
  const { narrate, sight } = channel;
  const shared = { ...deps, ...names, now, signal, narrate, sight, tracer, onRecordsCounted: counted.add };

  const stores = createAllStores({ ...shared, reports: reportsName(reports) });
  const { generations, ofGeneration, eviction } = stores;
  const prefix = prefixOf(deps.kafka);
  const prefixRecord = createPrefixRecord({
    ...{ connection: deps.mongo, prefix },
    wasUsed: generations.hasAny,
  });
  const context = createProjectionContext({
    ...{ ...shared, generations, storesOf: ofGeneration },
    ...{ prefix, keepPrefix: prefixRecord.keep },
  });
  const queries = createQueries({ ...shared, context, maxAgeMs: deps.viewMaxAgeMs });
  const { viewVersion } = queries;
  const live = createLiveFeed({ ...shared, viewVersion, append: stores.liveStream.append });
  const { onCounted } = live;
  const consumers = createConsumers({ ...shared, context, onCounted, deadLetterStore: stores.deadLetters });
  const reconciliation = createReconciliation({
    ...{ ...shared, context, consumers, viewVersion, jobs: stores.verifications },
  });
  const versions = createVersionKeeper({
    ...{ log, now, follow: context.follow },
    ...{ schemaVersion: VIEW_SCHEMA_VERSION, graceMs: deps.supersededGraceMs },
    ...{ register: stores.replicas, views: stores.viewVersions, facts: stores.factGenerations },
  });

  const readiness = createReadiness({
    kafka: admin.ping,
    ...stores.pings,
    prefix: prefixRecord.check,
    topics: async () => (await admin.ends(names.topic)).length > 0,
    eviction: eviction.check,
    consumers: consumers.ready,
  });
  const snapshots = createSnapshots(
    channel,
    () => {
      const [views, facts] = [consumers.views.snapshot(), consumers.facts.snapshot()];
      const generation = context.current()?.generation.generation;
      return {
        rates: { inPerSecond: views.recordsPerSecond, outPerSecond: counted.perSecond() },
        consumers: [views, facts],
        ...(generation !== undefined && { generation }),
        objectives: { counted: consumers.counted() },
        ...ledgerField(reconciliation.watch.last()),
      };
    },
    readiness,
  );
  const readTrail = createReadTrail({
    ...{ ...context, partitionOf },
    lettersOf: (id) => stores.deadLetters.ofPosting(consumers.deadLetterCounts.holding(id), id),
  });
  const routes = createRoutes({
    ...{ queries, reconciliation, readTrail },
    ...{ consumers: consumers.statuses, report: snapshots.report },
  });
  const shell = createShell({ log, metrics, readiness, telemetry, authorize, routes });

  const start = async () => {
    snapshots.start();
    await retryForever(prefixRecord.keep, {
      ...{ firstMs: 200, maxMs: 3000, signal },
      onRetry: (error) => log.warn({ error: loggedError(error) }, 'the database cannot be used yet'),
    });
    await consumers.waitForTopics();
    await eviction.pass(signal);
    consumers.start();
    versions.start();
    live.start();
    reconciliation.watch.start();
  };
  return {
    shell,
    readiness,
    metrics,
    views: consumers.views,
    facts: consumers.facts,
    /** Waits for Kafka, the topics and Redis, without a time limit. */
    start: () => start().catch((error: unknown) => signal.aborted || Promise.reject(error)),
    stops: [
      { name: 'start', stop: async () => stopped.abort() },
      { name: 'versions', stop: versions.stop },
      ...consumers.stops,
      { name: 'live feed', stop: live.stop },
      { name: 'ledger watch', stop: reconciliation.watch.stop },
      { name: 'snapshots', stop: snapshots.stop },
    ],
  };
};
