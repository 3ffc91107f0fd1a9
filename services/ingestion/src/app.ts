import { randomUUID } from 'node:crypto';
import type { TopicSpec } from '@skillstream/contracts';
import { createTopicAdmin, createTransactionalPublisher, type Kafka } from '@skillstream/messaging';
import {
  createMetrics,
  createReadiness,
  createShell,
  mongoAnswers,
  redisAnswers,
  type Log,
  type Redis,
} from '@skillstream/runtime';
import type { RequestHandler } from 'express';
import type { Connection } from 'mongoose';
import { ledgerRoutes } from './http/ledger.ts';
import { postingRoutes } from './http/postings.ts';
import { republishRoutes } from './http/republish.ts';
import { retagRoutes } from './http/retag.ts';
import { versionRoutes } from './http/versions.ts';
import { createIntake } from './intake/intake.ts';
import { createBacklog } from './outbox/backlog.ts';
import { createHintsWatch } from './outbox/hints-watch.ts';
import { createHints } from './outbox/hints.ts';
import type { OutboxHooks } from './outbox/hooks.ts';
import { createLease } from './outbox/lease.ts';
import { createPublishPending } from './outbox/publish-pending.ts';
import { createRelay } from './outbox/relay.ts';
import { createRetagLane } from './retag/lane.ts';
import { createDocuments } from './store/documents.ts';
import { createLeaseStore } from './store/lease-store.ts';
import { createMarkPending } from './store/mark-pending.ts';
import { createPostingsStore } from './store/postings-store.ts';
import { createRetagStore } from './store/retag-store.ts';
import { createVersionReader } from './store/version-reader.ts';
import { createPreparation } from './prepare.ts';

const CHUNK_SIZE = 500;
const CHUNK_PAUSE_MS = 20;

/** What a deployment may choose; tests choose names of their own. */
export type Settings = {
  topic: TopicSpec;
  partitions: number;
  replicationFactor: number;
  /** Stands before the collections' names. */
  collectionPrefix: string;
  hintsKey: string;
  /** The consumer group whose lag holds back what is tagged again. */
  taggingGroup: string;
  /** Of the relay, the same for all replicas. */
  transactionalId: string;
  backlogLimit: number;
  leaseMs: number;
  sweepEveryMs: number;
  maxLineBytes: number;
  maxBodyBytes: number;
};

export type AppDeps = {
  settings: Settings;
  log: Log;
  mongo: Connection;
  redis: Redis;
  kafka: Kafka;
  authorize: RequestHandler;
  hooks?: OutboxHooks;
};

/** Builds ingestion around its connections; nothing runs before `start`. */
export const createApp = ({ settings, log, mongo, redis, kafka, authorize, hooks = {} }: AppDeps) => {
  const now = () => new Date();
  const nowMs = () => Date.now();
  const metrics = createMetrics('ingestion');
  const waiting = redis.duplicate({ lazyConnect: true });
  waiting.on('error', () => undefined);
  const admin = createTopicAdmin(kafka, log, settings.replicationFactor);
  const documents = createDocuments(mongo, settings.collectionPrefix, log);
  const store = createPostingsStore(documents);
  const retagStore = createRetagStore(documents);
  const hints = createHints(redis, waiting, settings.hintsKey, log);
  const backlog = createBacklog(settings.backlogLimit);
  const intake = createIntake({ store, hints, backlog, hooks, log, metrics, now });

  const ensureTopics = (signal: AbortSignal) =>
    admin.ensureTopics([settings.topic], settings.partitions, signal);
  const preparation = createPreparation({ ensureTopics, ensureIndexes: documents.ensureIndexes, log });
  const held = metrics.gauge('relay_lease_held', '1 while this replica is the relay');
  const backlogGauge = metrics.gauge('outbox_backlog', 'Postings that wait to be published');
  const relay = createRelay({
    pending: store.pending,
    hints,
    publishPending: createPublishPending({
      pending: store.pending,
      topic: settings.topic.name,
      hooks,
      log,
      metrics,
    }),
    retagging: createRetagLane({
      store: retagStore,
      lag: () => admin.lagOfGroup(settings.taggingGroup, settings.topic.name),
      nowMs,
    }),
    sweepEveryMs: settings.sweepEveryMs,
    lease: createLease(createLeaseStore(documents, settings.transactionalId), randomUUID(), settings.leaseMs),
    leaseMs: settings.leaseMs,
    createPublisher: () => createTransactionalPublisher(kafka, settings.transactionalId),
    ensureTopics,
    onNews: backlog.heard,
    onHeld: (yes) => held.set(yes ? 1 : 0),
    nowMs,
    log,
  });
  const watch = createHintsWatch(hints, backlog, (size) => backlogGauge.set(size));

  const readiness = createReadiness({
    mongo: mongoAnswers(mongo),
    redis: redisAnswers(redis),
    kafka: admin.answers,
    topics: preparation.isDone,
  });
  const { maxBodyBytes, maxLineBytes } = settings;
  const limits = { maxItems: CHUNK_SIZE, pauseMs: CHUNK_PAUSE_MS };
  const routes = [
    postingRoutes({ store, intake, now, log, maxBodyBytes, maxLineBytes, limits, chunkSize: CHUNK_SIZE }),
    ledgerRoutes(store.readLedger, backlog.size, nowMs),
    retagRoutes(retagStore, now, log),
    versionRoutes(createVersionReader(documents)),
    republishRoutes({ markPending: createMarkPending(documents), tellRelay: intake.tellRelay, log }),
  ];
  const shell = createShell({ log, metrics, readiness, authorize, routes });

  return {
    store,
    backlog,
    readiness,
    shell,
    /** Nothing here waits for an engine: each part does that by itself. */
    start: () => {
      waiting.connect().catch(() => undefined);
      preparation.start();
      relay.start();
      watch.start();
    },
    stops: [
      { name: 'preparation', stop: preparation.stop },
      { name: 'relay', stop: relay.stop },
      { name: 'hints watch', stop: watch.stop },
      { name: 'kafka', stop: admin.close },
      { name: 'redis', stop: async () => [waiting, redis].forEach((connection) => connection.disconnect()) },
      { name: 'mongo', stop: () => mongo.close() },
    ],
  };
};
