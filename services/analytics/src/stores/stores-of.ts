import type { Redis } from '@skillstream/runtime';
import { attribute, createIdleTracer, type Tracer } from '@skillstream/telemetry';
import type { Connection } from 'mongoose';
import type { Generation } from './mongo/log-generation.ts';
import { createMongoFactStore } from './mongo/mongo-fact-store.ts';
import { createRedisViewStore } from './redis/redis-view-store.ts';
import { viewKeys, viewVersionName } from './redis/view-keys.ts';
import { tracedWrites } from './traced-writes.ts';

const { db } = attribute;
const VIEW_WRITE = { [db.system]: 'redis', [db.operation]: 'EVALSHA' };
const FACT_WRITE = { [db.system]: 'mongodb', [db.operation]: 'bulkWrite', [db.collection]: 'facts' };

type StoreDeps = {
  redis: Redis;
  mongo: Connection;
  namespace: string;
  now: () => number;
  /** Name of the current reports; left out where none are queried. */
  reports?: string;
  tracer?: Tracer;
};

/** Creates the stores of views and facts of one generation of the log. */
export const storesOf =
  ({ redis, mongo, namespace, now, reports, tracer = createIdleTracer() }: StoreDeps) =>
  ({ generation, log }: Generation) => {
    const version = viewVersionName(generation);
    const views = createRedisViewStore({ redis, keys: viewKeys(namespace, version), log, now });
    const facts = createMongoFactStore({ connection: mongo, generation, log, now });
    return {
      /**
       * Prefix of the version of results, before the positions. It includes the reports, whose text their results
       * show; for all results, since the gateway looks up a single version (ADR 0017).
       */
      version: reports === undefined ? version : `${version}.${reports}`,
      views: tracedWrites(tracer, 'EVALSHA views', VIEW_WRITE, views),
      facts: tracedWrites(tracer, 'bulkWrite facts', FACT_WRITE, facts),
      /** The previous generation; null for the first. */
      before: generation > 1 ? { generation: generation - 1, log } : null,
    };
  };

export type Stores = ReturnType<ReturnType<typeof storesOf>>;
