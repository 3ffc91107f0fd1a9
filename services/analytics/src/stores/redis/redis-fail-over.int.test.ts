import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { startRedisSentinel, type RedisSentinel } from '@skillstream/engines/redis-clusters';
import { connectRedis, pingRedis, silentLog, type Redis } from '@skillstream/runtime';
import { createRedisViewStore } from './redis-view-store.ts';
import { viewKeys } from './view-keys.ts';

let engine: RedisSentinel;
let redis: Redis;
beforeAll(async () => {
  engine = await startRedisSentinel();
  redis = connectRedis(engine.url, silentLog());
  await until('redis is ready', pingRedis(redis));
});
afterAll(async () => {
  redis.disconnect();
  await engine.close();
});

test('the scripts are loaded into a new master, and counting goes on', async () => {
  const views = createRedisViewStore({ redis, keys: viewKeys('', 'v4.1'), log: 'log/1', now: Date.now });
  /** Counts one more. @returns null when Redis is unavailable */
  const count = async () => {
    const expected = await views.position(0);
    const increments = new Map([['demand:2025-01:own:all', new Map([['n', 1]])]]);
    const { applied } = await views.write(0, expected, {
      ...{ position: expected + 1, increments, contributions: new Map() },
    });
    return applied || null;
  };
  const master = await engine.masterAddress();
  for (let n = 0; n < 3; n += 1) await count();
  await engine.failover();
  await until('another is the master', async () => (await engine.masterAddress()) !== master);
  await until('and is written to', () => count().catch(() => null));
  const { position, views: all } = await views.snapshot(0);
  expect(all.get('demand:2025-01:own:all')?.get('n')).toBe(String(position + 1));
});
