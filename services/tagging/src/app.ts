import { postingsReceived, postingsTagged, receivedDeadLetters } from '@skillstream/contracts';
import { consumerMetrics, type Kafka, type TopicAdmin } from '@skillstream/messaging';
import { createReadiness, createShell, type FaultPoint, type Log, type Metrics } from '@skillstream/runtime';
import type { RequestHandler } from 'express';
import { createReceivedConsumer } from './consumers/received.ts';
import { operationsRoutes } from './http/operations.ts';
import { skillRoutes } from './http/skills.ts';
import { tagsRoutes } from './http/tags.ts';
import type { Tagger } from './tagging/create-tagger.ts';
import type { Catalogue } from './taxonomy/catalogue.ts';

export type AppDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  tagger: Tagger;
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
  const shell = createShell({
    log,
    metrics,
    readiness,
    authorize: deps.authorize,
    routes: [operationsRoutes(consumer), tagsRoutes(deps.tagger), skillRoutes(deps.catalogue)],
  });

  const start = async () => {
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
      { name: 'consumer', stop: consumer.stop },
    ],
  };
};
