import { randomUUID } from 'node:crypto';
import { postingsTagged, receivedDeadLetters, taggedDeadLetters } from '@skillstream/contracts';
import { consumerMetrics, createPublisher, type Kafka, type TopicAdmin } from '@skillstream/messaging';
import {
  createHeldBodies,
  createReadiness,
  createShell,
  mongoAnswers,
  operationRouter,
  redisAnswers,
  retryForever,
  type FaultPoint,
  type Log,
  type Metrics,
  type Redis,
} from '@skillstream/runtime';
import type { RequestHandler } from 'express';
import type { Connection } from 'mongoose';
import { createDeadLettersConsumer } from './consumers/dead-letters.ts';
import { createFactsConsumer } from './consumers/facts.ts';
import { createProjectionContext } from './consumers/projection-context.ts';
import { createViewsConsumer } from './consumers/views.ts';
import { createCompareSkills } from './queries/compare/compare-skills.ts';
import { createCompare } from './queries/compare/compare.ts';
import { comparisonHandlers } from './http/postings.ts';
import { internalHandlers } from './http/internal.ts';
import { questionHandlers } from './http/demand.ts';
import { reportHandlers } from './http/reports.ts';
import { verifyHandlers } from './http/verify.ts';
import { versionHandlers } from './http/versions.ts';
import { createLedgerLine } from './reconciliation/row/create-row.ts';
import { createAnnouncer } from './live/announcer.ts';
import { createTally } from './live/live-counts.ts';
import { createAllQuestions } from './queries/all-queries.ts';
import { createComparison } from './reconciliation/versions/create-comparison.ts';
import { createReports } from './queries/report/create-reports.ts';
import { reportsName } from './queries/report/reports-name.ts';
import type { Report } from './queries/report/schema.ts';
import { askEngine } from './stores/ask-engine.ts';
import { createCountedSkills } from './queries/counted-skills.ts';
import { refuseEviction } from './stores/redis/eviction-check.ts';
import { createDeadLetterStore } from './stores/mongo/dead-letter-store.ts';
import { createFactLimits } from './queries/fact-limits.ts';
import { createFactGenerations } from './stores/mongo/fact-generations.ts';
import { createLiveStream } from './stores/redis/live-stream.ts';
import { createLogGeneration } from './stores/mongo/log-generation.ts';
import { createPostingReader } from './queries/postings/posting-reader.ts';
import { createMoments } from './queries/view-snapshots.ts';
import { createVerificationStore } from './stores/mongo/verification-store.ts';
import { createVersionReader } from './reconciliation/versions/version-reader.ts';
import { createReplicaRegister } from './stores/mongo/replica-register.ts';
import { VIEW_FORM } from './stores/redis/view-keys.ts';
import { createViewVersions } from './stores/redis/view-versions.ts';
import { storesOf } from './stores/stores-of.ts';
import { runVerification } from './reconciliation/verify/run-verification.ts';
import { createVerifyJobs } from './reconciliation/verify/jobs.ts';
import { createVersionKeeper } from './versions/version-keeper.ts';

export type AppDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  mongo: Connection;
  redis: Redis;
  log: Log;
  authorize: RequestHandler;
  metrics: Metrics;
  faultPoint: FaultPoint;
  topicPartitions: number;
  sessionTimeoutMs: number;
  viewMaxAgeMs: number;
  /** How long a version of the read models stays after anybody last had to do with it. */
  supersededGraceMs: number;
  reports: readonly Report[];
  /** Keep tests apart: before topics and groups, and in front of view keys. Empty in production. */
  namespace: string;
};

const LIVE_EVERY_MS = 1000;

/** Builds the service; nothing runs before `start`. */
export const createApp = (deps: AppDeps) => {
  const { kafka, admin, mongo, redis, log, metrics, faultPoint, namespace } = deps;
  const stopped = new AbortController();
  const topic = `${namespace}${postingsTagged.name}`;
  const deadLetterTopic = `${namespace}${taggedDeadLetters.name}`;
  const now = () => Date.now();
  const replicaId = randomUUID();
  const context = createProjectionContext({
    topic,
    admin,
    log,
    now,
    generations: createLogGeneration(mongo, topic, () => new Date()),
    storesOf: storesOf({ redis, mongo, namespace, now, reports: reportsName(deps.reports) }),
  });
  const { stores, partitions } = context;

  const written = [{ ...taggedDeadLetters, name: deadLetterTopic }];
  const makeTopic = () => admin.ensureTopics(written, deps.topicPartitions, stopped.signal);
  const publisher = createPublisher(kafka, { makeTopic });
  const shared = {
    kafka,
    admin,
    context,
    topic,
    groupPrefix: namespace,
    log,
    faultPoint,
    sessionTimeoutMs: deps.sessionTimeoutMs,
  };
  const measured = consumerMetrics(metrics, () => [views.status(), facts.status()]);
  const tally = createTally();
  const views = createViewsConsumer({
    ...{ ...shared, now },
    onBatch: measured.onBatch('views'),
    onCounted: tally.add,
  });
  const facts = createFactsConsumer({
    ...shared,
    publisher,
    deadLetterTopic,
    onBatch: measured.onBatch('facts'),
    onDeadLetters: measured.onDeadLetters,
  });
  const deadLetters = createDeadLettersConsumer({
    kafka,
    admin,
    log,
    groupPrefix: namespace,
    topics: [`${namespace}${receivedDeadLetters.name}`, deadLetterTopic],
    store: createDeadLetterStore(mongo),
  });

  const versions = createVersionKeeper({
    ...{ log, now, form: VIEW_FORM, graceMs: deps.supersededGraceMs },
    follow: context.follow,
    register: createReplicaRegister(mongo, replicaId),
    views: createViewVersions(redis, namespace),
    facts: createFactGenerations(mongo),
  });

  const moments = createMoments({
    store: () => context.current()?.stores ?? null,
    partitions,
    now,
    maxAgeMs: deps.viewMaxAgeMs,
  });
  const announcer = createAnnouncer({
    ...{ tally, log, everyMs: LIVE_EVERY_MS },
    viewVersion: moments.version,
    publish: createLiveStream(redis, namespace).append,
    now: () => new Date(now()),
  });
  const factsRead = { stores, partitions, limits: createFactLimits() };
  const questions = createAllQuestions(moments, factsRead);
  const lag = async () => {
    const lags = await Promise.all([views, facts, deadLetters].map((consumer) => consumer.lag()));
    return lags.reduce((sum, one) => sum + one, 0);
  };
  let evictionRefused = '';
  const readiness = createReadiness({
    kafka: admin.answers,
    mongo: mongoAnswers(mongo),
    redis: redisAnswers(redis),
    topics: async () => (await admin.ends(topic)).length > 0,
    eviction: () => {
      if (evictionRefused) throw new Error(evictionRefused);
      return true;
    },
    consumers: () => [views, facts].every((runner) => runner.ready()),
  });
  const shell = createShell({
    log,
    metrics,
    readiness,
    authorize: deps.authorize,
    routes: [
      operationRouter('analytics', {
        ...questionHandlers(questions),
        ...comparisonHandlers({
          questions,
          compare: createCompare(questions.demand),
          compareSkills: createCompareSkills(questions),
        }),
        ...reportHandlers(createReports(deps.reports, createPostingReader(factsRead))),
        ...verifyHandlers(
          createVerifyJobs({
            ...{ newId: randomUUID, owner: replicaId, now, log },
            store: createVerificationStore(mongo, () => new Date()),
            run: async (progress) =>
              runVerification(
                { kafka, admin, topic, stores: await askEngine('MongoDB', () => stores()) },
                progress,
              ),
          }),
        ),
        ...versionHandlers(
          createComparison({ ...createVersionReader(stores), diedAt: deadLetters.tally.diedAt }),
          createHeldBodies(),
        ),
        ...internalHandlers({
          ledgerLine: createLedgerLine({
            stores,
            partitions,
            viewsLive: async () => (await moments.version()) !== null,
            tally: deadLetters.tally,
            lag,
          }),
          consumers: () => [views.status(), facts.status()],
          viewVersion: moments.version,
          isCounted: createCountedSkills(moments, factsRead),
        }),
      }),
    ],
  });

  const start = async () => {
    await makeTopic();
    await admin.waitForTopic(topic, stopped.signal);
    await retryForever(() => refuseEviction(redis), {
      firstMs: 200,
      maxMs: 3000,
      signal: stopped.signal,
      retryable: () => true,
      onRetry: (error) => {
        evictionRefused =
          error instanceof Error && 'code' in error && error.code === 'misconfigured' ? error.message : '';
        if (evictionRefused) log.error(evictionRefused);
      },
    });
    evictionRefused = '';
    views.start();
    facts.start();
    deadLetters.start();
    versions.start();
    announcer.start();
  };

  return {
    shell,
    readiness,
    views,
    facts,
    /** Waits for Kafka, topics and Redis as long as it takes. */
    start: () => start().catch((error: unknown) => stopped.signal.aborted || Promise.reject(error)),
    stops: [
      { name: 'start', stop: async () => stopped.abort() },
      { name: 'versions', stop: versions.stop },
      { name: 'views', stop: views.stop },
      { name: 'facts', stop: facts.stop },
      { name: 'announcer', stop: announcer.stop },
      { name: 'dead letters', stop: deadLetters.stop },
      { name: 'publisher', stop: publisher.close },
    ],
  };
};
