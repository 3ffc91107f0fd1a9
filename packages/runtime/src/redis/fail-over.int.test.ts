import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { startRedisCluster, startRedisSentinel } from '@skillstream/engines/redis-clusters';
import { isRetryable } from '@skillstream/errors';
import type { Redis as SingleRedis } from 'ioredis';
import { silentLog } from '../log.ts';
import { connectRedis } from './connect-redis.ts';
import { pingRedis } from './ping-redis.ts';
import { redisMasters, redisReplicas, scanKeys } from './redis-nodes.ts';

const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});
const connected = async (url: string) => {
  const redis = connectRedis(url, silentLog());
  closings.push(async () => redis.disconnect());
  await until('redis is ready', pingRedis(redis));
  return redis;
};

/** Writes on and on. @returns stops it, and gives back what was thrown meanwhile */
const writing = (write: () => Promise<unknown>) => {
  const errors: unknown[] = [];
  let stopped = false;
  const run = async () => {
    while (!stopped) {
      await write().catch((error: unknown) => errors.push(error));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const running = run();
  return async () => {
    stopped = true;
    await running;
    return errors;
  };
};

test('by Sentinels the connection follows the master: killed, hanging, or relieved', async () => {
  const engine = await startRedisSentinel();
  closings.push(engine.close);
  const redis = await connected(engine.url);
  const stop = writing(() => redis.incr('n'));
  const befall = async (what: () => Promise<unknown>) => {
    const before = await engine.masterAddress();
    await what();
    await until('another is the master', async () => (await engine.masterAddress()) !== before);
    // One that is relieved takes writes until it is told, which are lost.
    await until('the new one is connected', async () => {
      const port = (await engine.masterAddress()).split(':')[1];
      return (await (redis as SingleRedis).info('server')).includes(`tcp_port:${port}\r`);
    });
    await until('it is written to', () => redis.set('master', 'another'));
    await until('it is ready', pingRedis(redis));
    engine.resume();
    await engine.startAll();
    // The master of before has lost what it was told in vain, and follows.
    await until('still the new one', async () => (await redis.get('master')) === 'another');
    await redis.del('master');
  };
  await befall(engine.killMaster);
  await befall(engine.pauseMaster);
  await befall(engine.failover);
  const errors = await stop();
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.filter((error) => !isRetryable(error))).toEqual([]);
});

test('a fail-over that is told while the master is asked for does not end the connection', async () => {
  const engine = await startRedisSentinel();
  closings.push(engine.close);
  const redis = (await connected(engine.url)) as SingleRedis;
  let reported = 0;
  redis.on('connecting', () => {
    reported += 1;
    // As the driver's own detector of fail-overs does.
    if (reported === 1)
      (redis as unknown as { connector: { disconnect: () => void } }).connector.disconnect();
  });
  redis.disconnect(true);
  await until('it was told, and is connected all the same', () => reported > 1 && redis.status === 'ready');
  expect(await redis.set('a', '1')).toBe('OK');
  redis.disconnect();
  await until('closed is closed', () => redis.status === 'end');
});

test('in a Redis Cluster each key is found on its master: killed, hanging, relieved, or moved', async () => {
  const engine = await startRedisCluster();
  closings.push(engine.close);
  const redis = await connected(engine.url);
  const tags = ['{a}', '{b}', '{c}', '{d}'];
  for (const tag of tags) for (let n = 0; n < 50; n += 1) await redis.set(`${tag}:${n}`, n);
  // What a replica does not have yet is lost with its master.
  for (const master of redisMasters(redis))
    await until('its replica has it', async () => (await master.wait(1, 100)) >= 1);
  const script = `redis.call('INCR', KEYS[1]) return redis.call('INCR', KEYS[2])`;
  const stop = writing(() => redis.eval(script, 2, '{a}:1', '{a}:2'));
  const isBack = async () => {
    await until('it is ready', pingRedis(redis));
    await until('each is written to', () => Promise.all(tags.map((tag) => redis.set(`${tag}:0`, 'again'))));
    engine.resume();
    await engine.startAll();
  };
  await engine.killMasterOf('{a}');
  await isBack();
  const paused = await engine.pauseMasterOf('{a}');
  await until('its replica is the master', async () => (await engine.masterOf('{a}')) !== paused);
  await isBack();
  await engine.failover('{a}');
  await isBack();
  await engine.moveSlot('{a}');
  await isBack();
  const errors = await stop();
  expect(errors.filter((error) => !isRetryable(error))).toEqual([]);

  const found = new Set<string>();
  for await (const keys of scanKeys(redis, '{?}:*', 10)) for (const key of keys) found.add(key);
  expect(found.size).toBe(tags.length * 50);
  expect([redisMasters(redis).length, redisReplicas(redis).length]).toEqual([3, 3]);
});
