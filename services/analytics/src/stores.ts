import type { Redis } from '@skillstream/runtime';
import type { Connection } from 'mongoose';
import type { Generation } from './store/log-generation.ts';
import { createMongoFactStore } from './store/mongo-fact-store.ts';
import { createRedisViewStore } from './store/redis-view-store.ts';
import { createFormerViews } from './store/former-views.ts';
import { VIEW_FORM, viewKeys, viewVersionName } from './store/view-keys.ts';

export type StoreDeps = { redis: Redis; mongo: Connection; namespace: string; now: () => number };

/** Views and facts of one generation of the log. */
export const storesOf =
  ({ redis, mongo, namespace, now }: StoreDeps) =>
  ({ generation, log }: Generation) => {
    const version = viewVersionName(generation);
    return {
      version,
      views: createRedisViewStore({ redis, keys: viewKeys(namespace, version), log, now }),
      /** The views of the form before, of the same log. */
      former: createFormerViews({
        redis,
        keys: viewKeys(namespace, viewVersionName(generation, VIEW_FORM - 1)),
      }),
      facts: createMongoFactStore({ connection: mongo, generation, log, now }),
      /** The generation before this one; null when this is the first. */
      before: generation > 1 ? { generation: generation - 1, log } : null,
    };
  };

export type Stores = ReturnType<ReturnType<typeof storesOf>>;
