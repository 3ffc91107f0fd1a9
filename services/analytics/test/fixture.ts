import { randomUUID } from 'node:crypto';
import { until } from '@skillstream/async/testing';
import { dropAndClose, sharedEngines } from '@skillstream/engines/testing';
import type { LogRecord } from '@skillstream/messaging';
import { connectMongo, databaseOf } from '@skillstream/mongo';
import { connectRedis, silentLog } from '@skillstream/runtime';
import { readBatch } from '../src/contribution/read-batch.ts';
import { storesOf } from '../src/stores/stores-of.ts';
import {
  createFactComparison,
  reportedDifference,
  type CurrentFact,
} from '../src/reconciliation/verify/compare-facts.ts';
import { compareViews } from '../src/reconciliation/verify/compare-views.ts';
import { createPartitionFold } from '../src/reconciliation/verify/partition-fold.ts';
import { recount } from '../src/reconciliation/verify/recount.ts';

/** A Redis and a MongoDB, isolated by key prefix and database, that can be flushed, copied and restored. */
export const createFixture = async () => {
  const { mongoUrl, redisUrl } = await sharedEngines();
  const name = `w${randomUUID().slice(0, 8)}`;
  const redis = connectRedis(redisUrl, silentLog());
  const mongo = connectMongo(`${mongoUrl.replace(/\/?$/, '')}/${name}`, silentLog());
  await until('redis and mongo answer', () => redis.status === 'ready' && mongo.readyState === 1);
  let count = 0;

  /** Stores that nothing has been written to. */
  const fresh = (now = Date.now) => {
    count += 1;
    const namespace = `${name}-${count}-`;
    const stores = storesOf({ redis, mongo, namespace, now })({ generation: count, log: 'log/1' });
    const keys = () => redis.keys(`${namespace}{*`);
    const collections = [`facts_${count}`, `fact_positions_${count}`];
    const db = databaseOf(mongo);

    const flush = async () => {
      const found = await keys();
      if (found.length > 0) await redis.del(...found);
    };
    return {
      ...stores,
      namespace,
      generation: count,
      flush,
      /**
       * Copies the current contents of Redis.
       * @returns a function that restores them, as a fail-over to a lagging replica would
       */
      copyRedis: async () => {
        const dumps = await Promise.all(
          (await keys()).map(async (key) => [key, await redis.dumpBuffer(key)] as const),
        );
        return async () => {
          await flush();
          for (const [key, dump] of dumps) if (dump) await redis.restore(key, 0, dump, 'REPLACE');
        };
      },
      /** Takes a backup of MongoDB. @returns a function that restores it */
      backUpMongo: async () => {
        const copies = await Promise.all(collections.map((c) => db.collection(c).find().toArray()));
        return async () => {
          for (const [i, documents] of copies.entries()) {
            await db.collection(collections[i]!).deleteMany({});
            if (documents.length > 0) await db.collection(collections[i]!).insertMany(documents);
          }
        };
      },
      /** All differences from a recount of the log. */
      differences: async (logs: LogRecord[][]) => {
        const found = [];
        for (const [partition, log] of logs.entries()) {
          const { changes } = readBatch(log);
          const latest = new Map(changes.map(({ postingId, contribution }) => [postingId, contribution]));
          const { views } = await stores.views.snapshot(partition);
          found.push(...compareViews(partition, recount(latest.values()), views).differences);
          const part = { partition, readTo: log.length };
          const fold = createPartitionFold(log.length - 1);
          fold.take(log);
          const comparison = createFactComparison(part, fold.last);
          const facts = await stores.facts.facts().find({ partition }).toArray();
          comparison.take(facts.map(({ _id, ...fact }): CurrentFact => ({ postingId: _id, ...fact })));
          found.push(...comparison.end().differences.map((one) => reportedDifference(part, one)));
        }
        return found;
      },
    };
  };
  return {
    name,
    redis,
    mongo,
    fresh,
    close: async () => {
      await dropAndClose(mongo);
      redis.disconnect();
    },
  };
};

export type Fixture = Awaited<ReturnType<typeof createFixture>>;
export type Stores = ReturnType<Fixture['fresh']>;
