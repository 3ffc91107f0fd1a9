import { randomUUID } from 'node:crypto';
import type { TopicSpec } from '@skillstream/contracts';
import { createTopicAdmin, createTransactionalPublisher, type Kafka } from '@skillstream/messaging';
import {
  createMetrics,
  createPlaces,
  createReadiness,
  createShell,
  createTurns,
  mongoAnswers,
  operationRouter,
  type Log,
} from '@skillstream/runtime';
import type { RequestHandler } from 'express';
import type { Connection } from 'mongoose';
import { MOST_ID_BYTES } from './http/id-bounds.ts';
import { ledgerHandlers } from './http/ledger.ts';
import { MOST_ELEMENTS } from './http/post-json.ts';
import { postingHandlers } from './http/postings.ts';
import { republishHandlers } from './http/republish.ts';
import { retagHandlers } from './http/retag.ts';
import { versionHandlers } from './http/versions.ts';
import { createSourceBound } from './intake/bound-sources.ts';
import { createIntake } from './intake/intake.ts';
import { OVERHEAD_BYTES } from './intake/weight.ts';
import { createBacklog } from './outbox/backlog.ts';
import type { OutboxHooks } from './outbox/hooks.ts';
import { createLease } from './outbox/lease.ts';
import { createPublishRound } from './outbox/publish-round.ts';
import { createRelay } from './outbox/relay.ts';
import { createWake } from './outbox/wake.ts';
import { createWatchBacklog } from './outbox/watch-backlog.ts';
import { createRetagLane } from './retag/lane.ts';
import { createDocuments } from './store/documents.ts';
import { createLeaseStore } from './store/lease-store.ts';
import { createMarkPending } from './store/mark-pending.ts';
import { createPostingsStore } from './store/postings-store.ts';
import { createRetagStore } from './store/retag-store.ts';
import { createVersionReader } from './store/version-reader.ts';
import { createPreparation } from './prepare.ts';

const CHUNK_SIZE = 500;
const CHUNK_BYTES = 4_000_000;
const CHUNK_PAUSE_MS = 20;
/** What the chunks of all streams weigh together, so that many streams take little more memory than a few. */
const CHUNKS_BYTES = 8_000_000;
/** Fewer than the gateway has places for ingestion, so that streams which last never keep others out. */
const STREAMS = { most: 64, mostOfOne: 32 };
/** How many of the largest whole bodies fit in memory, and how many of one caller. */
const BODIES = { most: 4, mostOfOne: 2 };

/** What whole bodies may weigh, in bytes: the largest, with as many elements as it may have, a few times. */
const bodiesLimits = (maxBodyBytes: number) => {
  const largest = Math.max(maxBodyBytes + MOST_ELEMENTS * OVERHEAD_BYTES, MOST_ID_BYTES);
  return { most: BODIES.most * largest, mostOfOne: BODIES.mostOfOne * largest };
};

/** What a deployment may choose; tests choose names of their own. */
export type Settings = {
  topic: TopicSpec;
  partitions: number;
  replicationFactor: number;
  /** Stands before the collections' names. */
  collectionPrefix: string;
  /** The consumer group whose lag holds back what is tagged again. */
  taggingGroup: string;
  /** Of the relay, the same for all replicas. */
  transactionalId: string;
  backlogLimit: number;
  leaseMs: number;
  /** A relay that has finished nothing for so long gives its lease back. */
  patienceMs: number;
  maxLineBytes: number;
  maxBodyBytes: number;
};

export type AppDeps = {
  settings: Settings;
  log: Log;
  mongo: Connection;
  kafka: Kafka;
  authorize: RequestHandler;
  hooks?: OutboxHooks;
  /** For tests: how the relay comes to its producer. */
  createPublisher?: typeof createTransactionalPublisher;
};

/** Builds ingestion around its connections; nothing runs before `start`. */
export const createApp = ({
  settings,
  log,
  mongo,
  kafka,
  authorize,
  hooks = {},
  createPublisher = createTransactionalPublisher,
}: AppDeps) => {
  const now = () => new Date();
  const nowMs = () => Date.now();
  const metrics = createMetrics('ingestion');
  const admin = createTopicAdmin(kafka, log, settings.replicationFactor);
  const documents = createDocuments(mongo, settings.collectionPrefix, log);
  const store = createPostingsStore(documents);
  const retagStore = createRetagStore(documents);
  const backlog = createBacklog(settings.backlogLimit);
  const wake = createWake();
  const refusedSources = createSourceBound(store.readSources);
  const intake = createIntake({ store, refusedSources, backlog, wake, hooks, log, metrics, now });

  const ensureTopics = (signal: AbortSignal) =>
    admin.ensureTopics([settings.topic], settings.partitions, signal);
  const { ensureIndexes } = documents;
  const preparation = createPreparation({ ensureTopics, ensureIndexes, log });
  const held = metrics.gauge('relay_lease_held', '1 while this replica is the relay');
  const publishRound = createPublishRound({
    pending: store.pending,
    topic: settings.topic.name,
    ...{ hooks, log, metrics },
  });
  const relay = createRelay({
    publishRound,
    wake,
    retagging: createRetagLane({
      store: retagStore,
      lag: () => admin.lagOfGroup(settings.taggingGroup, settings.topic.name),
      nowMs,
    }),
    lease: createLease(createLeaseStore(documents, settings.transactionalId), randomUUID(), settings.leaseMs),
    leaseMs: settings.leaseMs,
    patienceMs: settings.patienceMs,
    createPublisher: () => createPublisher(kafka, settings.transactionalId),
    prepare: (signal) => Promise.all([ensureTopics(signal), ensureIndexes()]),
    onHeld: (yes) => held.set(yes ? 1 : 0),
    nowMs,
    log,
  });
  const watch = createWatchBacklog({
    pending: store.pending,
    limit: settings.backlogLimit,
    ...{ backlog, metrics, nowMs },
  });

  const readiness = createReadiness({
    mongo: mongoAnswers(mongo),
    kafka: admin.answers,
    topics: preparation.isDone,
  });
  const { maxBodyBytes, maxLineBytes } = settings;
  const limits = (streams: number) => ({
    maxItems: CHUNK_SIZE,
    maxBytes: Math.min(CHUNK_BYTES, CHUNKS_BYTES / streams),
    pauseMs: CHUNK_PAUSE_MS,
  });
  const streams = createPlaces('streams', STREAMS);
  const bodies = createPlaces('bytes of whole bodies', bodiesLimits(maxBodyBytes));
  const handlers = {
    ...postingHandlers({
      ...{ store, intake, now, log, maxBodyBytes, maxLineBytes, limits, chunkSize: CHUNK_SIZE },
      ...{ streams, bodies, turns: createTurns() },
    }),
    ...ledgerHandlers(store.readLedger, backlog.size, nowMs),
    ...retagHandlers(retagStore, now, log),
    ...versionHandlers(createVersionReader(documents), bodies),
    ...republishHandlers({
      ...{ markPending: createMarkPending(documents), wake: wake.wake, log, bodies },
    }),
  };
  const routes = [operationRouter('ingestion', handlers)];
  const shell = createShell({ log, metrics, readiness, authorize, routes });

  return {
    store,
    backlog,
    readiness,
    shell,
    /** Nothing here waits for an engine: each part does that by itself. */
    start: () => {
      preparation.start();
      relay.start();
      watch.start();
    },
    stops: [
      { name: 'preparation', stop: preparation.stop },
      { name: 'relay', stop: relay.stop },
      { name: 'backlog watch', stop: watch.stop },
      { name: 'kafka', stop: admin.close },
      { name: 'mongo', stop: () => mongo.close() },
    ],
  };
};
