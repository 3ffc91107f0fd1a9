import { postingsReceived, postingsTagged, receivedDeadLetters } from '@skillstream/contracts';
import { consumerMetrics, type Kafka, type TopicAdmin } from '@skillstream/messaging';
import {
  createHeldBodies,
  createReadiness,
  createShell,
  createTurns,
  operationRouter,
  type FaultPoint,
  type Log,
  type Metrics,
} from '@skillstream/runtime';
import type { Catalogue, Tagger } from '@skillstream/tagger';
import type { Worker } from 'node:worker_threads';
import type { RequestHandler } from 'express';
import { createReceivedConsumer } from './consumers/received.ts';
import { internalHandlers } from './http/internal.ts';
import { skillHandlers } from './http/skills.ts';
import { tagsHandlers } from './http/tags.ts';
import { createAskThread } from './threads/ask-thread.ts';
import type { TagsQuestion } from './threads/tags-response.ts';

export type AppDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  tagger: Tagger;
  /** Starts the thread that answers `POST /v1/tags`. */
  startThread: () => Worker;
  catalogue: Catalogue;
  log: Log;
  authorize: RequestHandler;
  metrics: Metrics;
  faultPoint: FaultPoint;
  topicPartitions: number;
  sessionTimeoutMs: number;
  /** Keeps tests apart: before topics and groups. Empty in production. */
  namespace: string;
};

/** A text takes a quarter of a second at most on an idle core; a busy node may be forty times as slow. */
const TAGS_TIMEOUT_MS = 10_000;
const TAGS_WAITING = 16;

/** Builds the service; nothing runs before `start`. */
export const createApp = (deps: AppDeps) => {
  const { admin, log, metrics, namespace } = deps;
  const stopped = new AbortController();
  const named = (name: string) => `${namespace}${name}`;
  const topics = {
    received: named(postingsReceived.name),
    tagged: named(postingsTagged.name),
    deadLetters: named(receivedDeadLetters.name),
  };
  const written = [
    { ...postingsTagged, name: topics.tagged },
    { ...receivedDeadLetters, name: topics.deadLetters },
  ];
  const makeTopics = () => admin.ensureTopics(written, deps.topicPartitions, stopped.signal);
  const measured = consumerMetrics(metrics, () => [consumer.status()]);
  const consumer = createReceivedConsumer({
    ...deps,
    topics,
    makeTopics,
    groupPrefix: namespace,
    onBatch: measured.onBatch('tagging'),
    onDeadLetter: () => measured.onDeadLetters(1),
  });
  const readiness = createReadiness({
    kafka: admin.answers,
    consumer: () => consumer.ready(),
  });
  const thread = createAskThread<TagsQuestion>({
    ...{ start: deps.startThread, log },
    ...{ mostWaiting: TAGS_WAITING, timeoutMs: TAGS_TIMEOUT_MS },
  });
  const shell = createShell({
    log,
    metrics,
    readiness,
    authorize: deps.authorize,
    routes: [
      operationRouter('tagging', {
        ...internalHandlers(consumer),
        ...tagsHandlers(thread.ask, createHeldBodies()),
        ...skillHandlers(deps.catalogue, createTurns()),
      }),
    ],
  });

  const start = async () => {
    thread.start();
    await makeTopics();
    await admin.waitForTopic(topics.received, stopped.signal);
    consumer.start();
  };

  return {
    shell,
    readiness,
    consumer,
    /** Waits for Kafka and the topic as long as it takes. */
    start: () => start().catch((error: unknown) => stopped.signal.aborted || Promise.reject(error)),
    stops: [
      { name: 'start', stop: async () => stopped.abort() },
      { name: 'thread', stop: thread.stop },
      { name: 'consumer', stop: consumer.stop },
    ],
  };
};
