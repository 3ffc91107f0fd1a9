import { retryForever, runInBackground } from '@skillstream/async';
import { groups, postingsReceived, RELAY_ID } from '@skillstream/contracts';
import { loggedError } from '@skillstream/errors';
import { createShell, operationRouter } from '@skillstream/http';
import { createLagWatch, createTransactionalPublisher, prefixOf } from '@skillstream/messaging';
import { createPrefixRecord, pingMongo } from '@skillstream/mongo';
import {
  createChannel,
  createLedgerWatch,
  createMetrics,
  createRate,
  createReadiness,
  createSnapshots,
  ledgerField,
} from '@skillstream/runtime';
import { idleTelemetry } from '@skillstream/telemetry';
import { Router } from 'express';
import type { AppDeps } from './app-deps.ts';
import { createBackfill } from './backfill/backfill.ts';
import { createExpiry } from './expiry/expiry.ts';
import { isRetentionOn } from './expiry/retention.ts';
import { createBoardGauges } from './boards/board-gauges.ts';
import { createBoards } from './boards/boards.ts';
import { createErasure } from './erasure/create-erasure.ts';
import { createHandlers } from './http/handlers.ts';
import { onlyOwnDatabase } from './http/own-database.ts';
import { createSourceBound } from './intake/bound-sources.ts';
import { createIntake } from './intake/intake.ts';
import { createLinking } from './linking/linking.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createPreparation } from './prepare.ts';
import { createBackfillStore } from './store/backfill-store.ts';
import { createDocuments } from './store/documents.ts';
import { createExpiryStore } from './store/expiry-store.ts';
import { createErasureStore } from './store/erasure-store.ts';
import { ledgerEndOf } from './store/ledger-end.ts';
import { createMarkPending } from './store/mark-pending.ts';
import { createPostingsStore } from './store/postings-store.ts';

/** How far the ledger counts postings that wait to be linked. */
const MOST_TO_LINK = 10_000;

/** Builds ingestion around its connections, which the caller closes; nothing runs before `start`. */
export const createApp = (deps: AppDeps) => {
  const { settings, log, mongo, kafka, admin, authorize, hooks = {} } = deps;
  const { createPublisher = createTransactionalPublisher, telemetry = idleTelemetry() } = deps;
  const { tracer } = telemetry;
  const { partitions, maxLineBytes, maxBodyBytes } = settings;
  const topic = postingsReceived.name;
  const { retention = { months: 0, bySource: {} } } = settings;
  const now = () => new Date();
  const nowMs = () => Date.now();
  const metrics = createMetrics('ingestion');
  const channel = createChannel({ service: 'ingestion', log, metrics, ...deps.channel });
  const { narrate, sight } = channel;
  const [accepted, published] = [createRate(), createRate()];

  const expires = isRetentionOn(retention);
  const isLinking = settings.linking ?? true;
  const documents = createDocuments(mongo, '', log, expires);
  const store = createPostingsStore(documents, now);
  const backfillStore = createBackfillStore(documents);
  const { ensureIndexes } = documents;
  const ensureTopics = (signal: AbortSignal) => admin.ensureTopics([postingsReceived], partitions, signal);
  const preparation = createPreparation({ ensureTopics, ensureIndexes, log });

  const lag = () => admin.lagOfGroup(groups.tagging, topic);
  const tagged = (partition: number) => admin.committed(groups.tagging, topic, partition);
  const outbox = createOutbox({
    ...{ settings, documents, hooks, log, metrics, nowMs },
    ...{ narrate, sight, tracer, onPublished: published.add },
    topic,
    pending: store.pending,
    backfilling: createBackfill({ store: backfillStore, lag, nowMs }),
    createPublisher: () => createPublisher(kafka, RELAY_ID),
    prepare: (signal) => Promise.all([ensureTopics(signal), ensureIndexes()]),
  });
  const { backlog, wake } = outbox;
  const markPending = createMarkPending(documents);
  const expiry = createExpiry({
    ...{ retention, log, metrics, now, lag, wake },
    store: createExpiryStore(documents, { isLinking }),
    readSources: store.readSources,
    publishAgain: (ids) => markPending(ids, { retracted: false }),
    taggedUpTo: () => admin.committedAll(groups.tagging, topic),
    ...{ waiting: backlog.size, isRelay: outbox.isRelay },
  });
  const refusedSources = createSourceBound(store.readSources);
  const intake = createIntake({
    ...{ store, refusedSources, backlog, wake, hooks, log, metrics, now },
    ...{ sight, tracer, onStored: accepted.add },
  });
  const boards = createBoards({
    ...{ documents, intake, log, now, dispatcher: deps.boardsDispatcher },
    settings: { ...settings.boards, leaseMs: settings.leaseMs },
    ...createBoardGauges(metrics, nowMs),
  });
  const onStored = (count: number) => {
    backlog.added(count);
    wake();
  };
  // Postings that arrive have the other half.
  const isCrowded = () => backlog.size() > settings.backlogLimit / 2;
  const erasureStore = createErasureStore(documents);
  const erasure = createErasure({
    ...{ settings, kafka, admin, documents, nowMs, log, store: erasureStore },
    ...{ onStored, isCrowded },
  });
  const linking = createLinking({
    ...{ documents, isRelay: outbox.isRelay, onStored, isCrowded, nowMs, log, metrics },
  });
  // What waits to be linked first: what linking makes of it is pending, or published, when that is counted.
  const readLedger = async () => {
    const waiting = isLinking ? await linking.waiting(MOST_TO_LINK) : 0;
    return { ...(await store.readLedger()), ...(waiting > 0 && { linking: { waiting } }) };
  };
  const lagWatch = createLagWatch({
    ...{ admin, metrics, nowMs },
    readers: [{ group: groups.tagging, topic }],
  });
  const ledgerWatch = createLedgerWatch({
    ...{ metrics, nowMs },
    // Of all replicas the relay alone: counting scans an index of every posting.
    read: async () => (outbox.isRelay() ? ledgerEndOf(await store.readLedger()) : null),
  });
  const prefix = createPrefixRecord({
    ...{ connection: mongo, prefix: prefixOf(kafka) },
    // Nothing is published without the lease, whose document stays.
    wasUsed: async () => (await documents.leases().findOne({})) !== null,
  });
  const readiness = createReadiness({
    mongo: pingMongo(mongo),
    prefix: prefix.check,
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
    ...{ documents, store, readLedger, backfillStore, erasureStore, intake, backlog, boards, wake },
    ...{ maxLineBytes, maxBodyBytes, now, nowMs, tagged, tracer, log, report: snapshots.report },
  });
  const routes = [Router().use(onlyOwnDatabase(prefix.isRefused)), operationRouter('ingestion', handlers)];

  // Under another prefix the log is another one: its letters, its readers and what it has are not those of this
  // database.
  const starting = runInBackground(async (signal) => {
    await retryForever(prefix.keep, {
      ...{ firstMs: 200, maxMs: 3000, signal },
      onRetry: (error) => log.warn({ error: loggedError(error) }, 'the database cannot be used yet'),
    });
    if (signal.aborted) return;
    preparation.start();
    outbox.start();
    boards.start();
    erasure.start();
    if (isLinking) linking.start();
    lagWatch.start();
    ledgerWatch.start();
    expiry.start();
  });

  return {
    store,
    expiry,
    boards,
    readiness,
    metrics,
    shell: createShell({ log, metrics, readiness, telemetry, authorize, routes }),
    /** Starts the background work without waiting for an engine. */
    start: () => {
      snapshots.start();
      starting.start();
    },
    stops: [
      { name: 'start', stop: starting.stop },
      { name: 'preparation', stop: preparation.stop },
      { name: 'boards', stop: boards.stop },
      // Before the relay's lease is released: another replica begins to link with it.
      { name: 'linking', stop: linking.stop },
      ...outbox.stops,
      ...erasure.stops,
      { name: 'lag watch', stop: lagWatch.stop },
      { name: 'ledger watch', stop: ledgerWatch.stop },
      { name: 'expiry', stop: expiry.stop },
      { name: 'snapshots', stop: snapshots.stop },
    ],
  };
};
