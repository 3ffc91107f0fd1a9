import { createShell, operationRouter } from '@skillstream/http';
import { createLagWatch, createTransactionalPublisher } from '@skillstream/messaging';
import {
  createChannel,
  createLedgerWatch,
  createMetrics,
  createRate,
  createReadiness,
  createSnapshots,
  ledgerField,
  pingMongo,
} from '@skillstream/runtime';
import { idleTelemetry } from '@skillstream/telemetry';
import type { AppDeps } from './app-deps.ts';
import { createBackfill } from './backfill/backfill.ts';
import { createHandlers } from './http/handlers.ts';
import { createSourceBound } from './intake/bound-sources.ts';
import { createIntake } from './intake/intake.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createPreparation } from './prepare.ts';
import { createBackfillStore } from './store/backfill-store.ts';
import { createDocuments } from './store/documents.ts';
import { ledgerEndOf } from './store/ledger-end.ts';
import { createPostingsStore } from './store/postings-store.ts';

/** Builds ingestion around its connections, which the caller closes; nothing runs before `start`. */
export const createApp = (deps: AppDeps) => {
  const { settings, log, mongo, kafka, admin, authorize, hooks = {} } = deps;
  const { createPublisher = createTransactionalPublisher, telemetry = idleTelemetry() } = deps;
  const { tracer } = telemetry;
  const { topic, partitions, transactionalId, maxLineBytes, maxBodyBytes } = settings;
  const now = () => new Date();
  const nowMs = () => Date.now();
  const metrics = createMetrics('ingestion');
  const channel = createChannel({ service: 'ingestion', log, metrics, ...deps.channel });
  const { narrate, sight } = channel;
  const [accepted, published] = [createRate(), createRate()];

  const documents = createDocuments(mongo, settings.collectionPrefix, log);
  const store = createPostingsStore(documents);
  const backfillStore = createBackfillStore(documents);
  const { ensureIndexes } = documents;
  const ensureTopics = (signal: AbortSignal) => admin.ensureTopics([topic], partitions, signal);
  const preparation = createPreparation({ ensureTopics, ensureIndexes, log });

  const lag = () => admin.lagOfGroup(settings.taggingGroup, topic.name);
  const tagged = (partition: number) => admin.committed(settings.taggingGroup, topic.name, partition);
  const outbox = createOutbox({
    ...{ settings, documents, hooks, log, metrics, nowMs },
    ...{ narrate, sight, tracer, onPublished: published.add },
    topic: topic.name,
    pending: store.pending,
    backfilling: createBackfill({ store: backfillStore, lag, nowMs }),
    createPublisher: () => createPublisher(kafka, transactionalId),
    prepare: (signal) => Promise.all([ensureTopics(signal), ensureIndexes()]),
  });
  const { backlog, wake } = outbox;
  const refusedSources = createSourceBound(store.readSources);
  const intake = createIntake({
    ...{ store, refusedSources, backlog, wake, hooks, log, metrics, now },
    ...{ sight, tracer, onStored: accepted.add },
  });
  const lagWatch = createLagWatch({
    ...{ admin, metrics, nowMs },
    readers: [{ group: settings.taggingGroup, topic: topic.name }],
  });
  const ledgerWatch = createLedgerWatch({
    ...{ metrics, nowMs },
    // Of all replicas the relay alone: counting scans an index of every posting.
    read: async () => (outbox.isRelay() ? ledgerEndOf(await store.readLedger()) : null),
  });
  const readiness = createReadiness({
    mongo: pingMongo(mongo),
    kafka: admin.ping,
    topics: preparation.isDone,
  });
  const snapshots = createSnapshots(
    channel,
    () => ({
      rates: { inPerSecond: accepted.perSecond(), outPerSecond: published.perSecond() },
      consumers: [],
      ...outbox.snapshot(),
      watched: [...lagWatch.last()],
      ...ledgerField(ledgerWatch.last()),
    }),
    readiness,
  );
  const handlers = createHandlers({
    ...{ documents, store, backfillStore, intake, backlog, wake },
    ...{ maxLineBytes, maxBodyBytes, now, nowMs, tagged, tracer, log, report: snapshots.report },
  });
  const routes = [operationRouter('ingestion', handlers)];

  return {
    store,
    readiness,
    shell: createShell({ log, metrics, readiness, telemetry, authorize, routes }),
    /** Starts the background work without waiting for an engine: each part does that by itself. */
    start: () => {
      snapshots.start();
      preparation.start();
      outbox.start();
      lagWatch.start();
      ledgerWatch.start();
    },
    stops: [
      { name: 'preparation', stop: preparation.stop },
      ...outbox.stops,
      { name: 'lag watch', stop: lagWatch.stop },
      { name: 'ledger watch', stop: ledgerWatch.stop },
      { name: 'snapshots', stop: snapshots.stop },
    ],
  };
};
