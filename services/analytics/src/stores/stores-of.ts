import type { Redis } from '@skillstream/runtime';
import type { Connection } from 'mongoose';
import type { Generation } from './mongo/log-generation.ts';
import { createMongoFactStore } from './mongo/mongo-fact-store.ts';
import { createRedisViewStore } from './redis/redis-view-store.ts';
import { viewKeys, viewVersionName } from './redis/view-keys.ts';

type StoreDeps = {
  redis: Redis;
  mongo: Connection;
  namespace: string;
  now: () => number;
  /** Names the reports that answers are made by; left out where nobody asks for any. */
  reports?: string;
};

/** Views and facts of one generation of the log. */
export const storesOf =
  ({ redis, mongo, namespace, now, reports }: StoreDeps) =>
  ({ generation, log }: Generation) => {
    const version = viewVersionName(generation);
    return {
      /**
       * What answers are named by, beside positions. Reports are in it, since an answer of one shows its words; in
       * that of every answer, since the gateway asks for one name alone (ADR 0017).
       */
      version: reports === undefined ? version : `${version}.${reports}`,
      views: createRedisViewStore({ redis, keys: viewKeys(namespace, version), log, now }),
      facts: createMongoFactStore({ connection: mongo, generation, log, now }),
      /** The generation before this one; null when this is the first. */
      before: generation > 1 ? { generation: generation - 1, log } : null,
    };
  };

export type Stores = ReturnType<ReturnType<typeof storesOf>>;
