import { randomUUID } from 'node:crypto';
import { until } from '@skillstream/async/testing';
import { groups, postingsReceived, type IngestionRow } from '@skillstream/contracts';
import { dropAndClose, sharedEngines } from '@skillstream/engines/testing';
import { serve } from '@skillstream/http';
import { everybodyMay } from '@skillstream/http/testing';
import { createKafka, createTopicAdmin } from '@skillstream/messaging';
import { readAll } from '@skillstream/messaging/testing';
import { connectMongo } from '@skillstream/mongo';
import { silentLog } from '@skillstream/runtime';
import type { RequestHandler } from 'express';
import { createApp } from '../src/app.ts';
import type { AppDeps, Settings } from '../src/app-deps.ts';
import type { BoardDocument, PostingDocument } from '../src/store/documents.ts';
import type { OutboxHooks } from '../src/outbox/fault-injection.ts';

/** Waits until a condition holds. */
export const eventually = <T>(fact: () => Promise<T> | T) => until('what the test waits for', fact);

const testServer = {
  ...{ PORT: 0, MANAGEMENT_PORT: 0, HOST: '127.0.0.1' },
  ...{ SHUTDOWN_TIMEOUT_MS: 20_000, SHUTDOWN_WAIT_MS: 0 },
};

/** A gate that a test opens; `reached` resolves when something waits at it. */
export const createGate = () => {
  const [opened, reached] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const pass = () => {
    reached.resolve();
    return opened.promise;
  };
  return { pass, open: opened.resolve, reached: reached.promise };
};

export type ReplicaOptions = {
  hooks?: OutboxHooks;
  authorize?: RequestHandler;
  settings?: Partial<Settings>;
  urls?: { mongo?: string };
  /** What its names in Kafka begin with, in place of the harness's. */
  prefix?: string;
  createPublisher?: AppDeps['createPublisher'];
  boardsDispatcher?: AppDeps['boardsDispatcher'];
};

/** Names of their own for one test file, on the engines that all tests share. */
export const createFixture = async () => {
  const urls = await sharedEngines();
  const name = `ingestion-${randomUUID().slice(0, 8)}`;
  const log = silentLog();
  const server = connectMongo(`${urls.mongoUrl}/${name}`, log);
  await eventually(() => server.readyState === 1);
  let harnesses = 0;
  const stops: (() => Promise<void>)[] = [];
  const drops: (() => Promise<unknown>)[] = [];

  /** One fresh log and store; its replicas are stopped by `close`. */
  const harness = () => {
    const own = `${name}-${(harnesses += 1)}`;
    const kafka = createKafka(urls.kafkaBrokers, name, log, { prefix: `${own}.` });
    const admin = createTopicAdmin(kafka, log);
    const inspector = server.useDb(own);
    drops.push(admin.close, () => inspector.dropDatabase().catch(() => undefined));
    const settings: Settings = {
      partitions: 2,
      letterReaders: [],
      backlogLimit: 10_000,
      // Long enough for a busy machine: a relay that loses its lease may publish a page again.
      leaseMs: 12_000,
      patienceMs: 20_000,
      maxLineBytes: 10_000,
      maxBodyBytes: 1_000_000,
      boards: { file: null, everyMs: 0, lookEveryMs: 20 },
    };
    const postings = () => inspector.collection<{ _id: string; pendingVersion: number | null }>('postings');
    return {
      boards: () => inspector.collection<BoardDocument>('boards'),
      /** Every posting as it is stored. */
      stored: () =>
        inspector.collection<PostingDocument>('postings').find({}, { promoteBuffers: true }).toArray(),
      leases: () => inspector.collection<{ _id: string; owner: string | null }>('leases'),
      /** Its client of Kafka. */
      kafka,
      /** Starts a replica; `app` gives its store to tests that need no HTTP. */
      replica: async ({
        hooks = {},
        settings: other = {},
        urls: elsewhere = {},
        prefix,
        authorize = everybodyMay,
        createPublisher,
        boardsDispatcher,
      }: ReplicaOptions = {}) => {
        const mongo = connectMongo(elsewhere.mongo ?? `${urls.mongoUrl}/${own}`, log);
        const client = prefix === undefined ? kafka : createKafka(urls.kafkaBrokers, name, log, { prefix });
        const ownAdmin = createTopicAdmin(client, log);
        const app = createApp({
          ...{
            log,
            mongo,
            kafka: client,
            admin: ownAdmin,
            hooks,
            authorize,
            createPublisher,
            boardsDispatcher,
          },
          settings: { ...settings, ...other },
        });
        const connections = [
          { name: 'kafka', stop: ownAdmin.close },
          { name: 'mongo', stop: () => mongo.close() },
        ];
        const running = { ...app, stops: [...app.stops, ...connections] };
        const { port, managementPort, stop } = await serve(running, testServer, log);
        stops.push(stop);
        if (!elsewhere.mongo) await eventually(() => mongo.readyState === 1);
        const base = `http://127.0.0.1:${port}`;
        const metrics = async () => (await fetch(`http://127.0.0.1:${managementPort}/metrics`)).text();
        return {
          app,
          stop,
          base,
          metrics,
          isRelay: async () => (await metrics()).includes('relay_lease_held{service="ingestion"} 1'),
          ledger: async () => (await (await fetch(`${base}/v1/ledger`)).json()) as IngestionRow,
        };
      },
      /** Whether nothing is pending. */
      isPublished: async () => (await postings().countDocuments({ pendingVersion: { $gt: 0 } })) === 0,
      isLinked: async () => (await postings().countDocuments({ linkMark: { $ne: null } })) === 0,
      document: (id: string) => postings().findOne({ _id: id }),
      /** Changes a stored document, as another release would leave it. */
      update: (id: string, fields: object) => postings().updateOne({ _id: id }, { $set: fields }),
      /** How far tagging has read, by partition. */
      tagged: () => admin.committedAll(groups.tagging, postingsReceived.name),
      /** The log, in order within each partition. */
      published: () =>
        // The first group that a broker ever sees has to wait for its coordinator.
        eventually(() => readAll({ kafka, admin }, postingsReceived.name).catch(() => null)),
    };
  };

  return {
    harness,
    close: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await Promise.all(drops.map((drop) => drop()));
      await dropAndClose(server);
    },
  };
};

export type Harness = ReturnType<Awaited<ReturnType<typeof createFixture>>['harness']>;
