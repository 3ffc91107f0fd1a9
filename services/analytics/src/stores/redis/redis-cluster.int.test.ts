import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { startRedisCluster, type RedisCluster } from '@skillstream/engines/redis-clusters';
import { isRetryable } from '@skillstream/errors';
import { connectRedis, pingRedis, silentLog, type Redis } from '@skillstream/runtime';
import { refuseEviction } from './eviction-check.ts';
import { createRedisViewStore } from './redis-view-store.ts';
import { viewKeys } from './view-keys.ts';
import { createWholeVersion } from './whole-version.ts';

let engine: RedisCluster;
let redis: Redis;
beforeAll(async () => {
  engine = await startRedisCluster();
  redis = connectRedis(engine.url, silentLog());
  await until('redis is ready', pingRedis(redis));
});
afterAll(async () => {
  redis.disconnect();
  await engine.close();
});

const partitions = Array.from({ length: 12 }, (_, partition) => partition);
const keys = viewKeys('', 'v2.1');
const views = () => createRedisViewStore({ redis, keys, log: 'log/12', now: Date.now });
const names = Array.from({ length: 300 }, (_, i) => `demand:2025-01:${i}`);
const change = (position: number) => ({
  position,
  increments: new Map(names.map((name) => [name, new Map([['n', 1]])])),
  contributions: new Map(),
});
const totals = async (partition: number) =>
  [...(await views().snapshot(partition)).views.values()].map((fields) => fields.get('n'));

test('views of all partitions are written, read and dropped, whichever node has their slots', async () => {
  for (const partition of partitions) await views().write(partition, -1, change(0));
  for (const partition of partitions) {
    expect(await views().views(partition, [names[7]!])).toEqual({
      position: 0,
      views: [new Map([['n', '1']])],
    });
    const { position, views: all } = await views().snapshot(partition);
    expect([position, all.size]).toEqual([0, 300]);
  }
  for (const partition of partitions) await createWholeVersion(redis).drop(keys, partition);
  for (const partition of partitions) expect(await views().checkpoint(partition)).toBeNull();
});

test('moving a slot while its partition is counted loses nothing and counts nothing twice', async () => {
  let position = -1;
  let counted = 0;
  let moving: Promise<unknown> | null = null;
  let moved = false;
  await until('counted all the while', async () => {
    const written = await views()
      .write(3, position, change(position + 1))
      .catch((error: unknown) => {
        // Some of the keys are on the other node, or on none: TRYAGAIN, until the slot has moved.
        expect([String(error), isRetryable(error)]).toEqual([expect.anything(), true]);
        return null;
      });
    if (written) position = written.position;
    if (written) counted += 1;
    moving ??= engine.moveSlot(keys.state(3)).then(() => (moved = true));
    return moved && counted > 20;
  });
  expect(await totals(3)).toEqual(names.map(() => String(position + 1)));
});

test('one node that evicts is enough to be refused', async () => {
  await expect(refuseEviction(redis)).resolves.toBeUndefined();
  const replica = await engine.ask('replica', 'CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
  expect(replica).toBe('OK');
  await expect(refuseEviction(redis)).rejects.toMatchObject({ code: 'misconfigured' });
});
