import { randomUUID } from 'node:crypto';
import { until } from '@skillstream/async/testing';
import {
  postingsTagged,
  receivedDeadLetters,
  taggedDeadLetters,
  type DemandResult,
  type TaggedPosting,
  type VerifyJob,
} from '@skillstream/contracts';
import { dropAndClose, sharedEngines } from '@skillstream/engines/testing';
import { listen } from '@skillstream/http';
import { everybodyMay } from '@skillstream/http/testing';
import { encodeEvent } from '@skillstream/messaging';
import { createTestKafka } from '@skillstream/messaging/testing';
import { connectMongo, databaseOf } from '@skillstream/mongo';
import {
  connectRedis,
  createFaultInjection,
  createMetrics,
  silentLog,
  type Redis,
} from '@skillstream/runtime';
import { createApp } from '../src/app.ts';
import { loadReports } from '../src/queries/report/load-reports.ts';

const PARTITIONS = 2;

/** The event that tagging writes for a posting; null retracts it. */
export const taggedEvent = (data: TaggedPosting, retracted = false) =>
  encodeEvent({
    id: `${data.postingId}:${data.version}`,
    type: retracted ? 'posting.retracted' : 'posting.tagged',
    source: 'skillstream/tagging',
    time: data.receivedAt,
    subject: data.postingId,
    postingSource: data.source,
    version: data.version,
    trace: null,
    data: retracted ? null : data,
  });

/** What exists before the service starts. */
export type BeforeStart = Pick<
  ReturnType<typeof createTestKafka>,
  'kafka' | 'admin' | 'publish' | 'inKafka'
> & {
  redis: Redis;
  namespace: string;
  topic: string;
};

/**
 * Starts the whole service over real engines, with its own topics, database and keys.
 * @param beforeStart creates what an earlier release left behind
 */
export const createAppFixture = async (
  beforeStart?: (things: BeforeStart) => Promise<void>,
  { supersededGraceMs = 3_600_000, reports = loadReports() } = {},
) => {
  const { kafkaBrokers, mongoUrl, redisUrl } = await sharedEngines();
  const log = silentLog();
  const kafka = createTestKafka(kafkaBrokers);
  const { prefix: namespace, admin } = kafka;
  const redis = connectRedis(redisUrl, log);
  const mongo = connectMongo(`${mongoUrl.replace(/\/?$/, '')}/a${randomUUID().slice(0, 8)}`, log);
  await until('redis and mongo answer', () => redis.status === 'ready' && mongo.readyState === 1);
  const makeTopic = () => kafka.topic(postingsTagged.name, PARTITIONS);
  const topic = await makeTopic();
  await kafka.topic(receivedDeadLetters.name);
  const app = createApp({
    ...{ kafka: kafka.kafka, admin, mongo, redis, log, namespace },
    authorize: everybodyMay,
    metrics: createMetrics('analytics'),
    faultInjection: createFaultInjection(undefined),
    topicPartitions: 1,
    sessionTimeoutMs: 6000,
    viewMaxAgeMs: 0,
    supersededGraceMs,
    reports,
  });
  const { server, port } = await listen(app.shell, 0, '127.0.0.1');
  await beforeStart?.({ ...kafka, redis, namespace, topic });
  await app.start();
  const base = `http://127.0.0.1:${port}`;
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await fetch(`${base}${path}`, request)).json();
  };
  const ask = async (path: string) => {
    const found = await fetch(`${base}${path}`);
    return { headers: found.headers, body: await found.text() };
  };
  const get = async <T>(path: string): Promise<T> => JSON.parse((await ask(path)).body) as T;

  return {
    ...{ app, base, redis, ask, get, post, topic, namespace, admin },
    ...{ kafka: kafka.kafka, inKafka: kafka.inKafka },
    mongo: databaseOf(mongo),
    publish: kafka.publish,
    deadLetters: () => kafka.readAll(taggedDeadLetters.name),
    /** Waits until both projections have processed all that was published so far, and the views are built. */
    caughtUp: async (): Promise<void> => {
      const ends = await admin.ends(topic);
      await until('both projections are at the end of the log', () =>
        [app.views.status(), app.facts.status()].every(({ partitions }) =>
          ends.every(({ partition, high }) =>
            partitions.some((p) => p.partition === partition && p.next === high),
          ),
        ),
      );
      await until('views and facts say so', async () => {
        const results = await Promise.all(
          ['views', 'facts'].map((via) => get<DemandResult>(`/v1/demand?via=${via}`)),
        );
        return results.every(
          ({ answeredFrom }, i) => answeredFrom.caughtUp && answeredFrom.model === ['views', 'facts'][i],
        );
      });
    },
    verify: async (): Promise<VerifyJob> => {
      const started = await fetch(`${base}/v1/verify`, { method: 'POST' });
      return until('the verification is over', async () => {
        const job = await get<VerifyJob>(started.headers.get('location')!);
        return job.state === 'running' ? null : job;
      });
    },
    /** Deletes the topic and creates it again, empty. */
    remakeTopic: async (): Promise<void> => {
      await admin.deleteTopics([topic]);
      await until('the topic is gone', async () => (await admin.ends(topic)).length === 0);
      await makeTopic();
    },
    close: async () => {
      for (const { stop } of app.stops) await stop();
      await new Promise((resolve) => server.close(resolve));
      const keys = await redis.keys(`${namespace}*`);
      if (keys.length > 0) await redis.del(...keys);
      await dropAndClose(mongo);
      redis.disconnect();
      await kafka.close();
    },
  };
};

export type AppFixture = Awaited<ReturnType<typeof createAppFixture>>;
