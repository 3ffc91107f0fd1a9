import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { sendRedisCommand } from './redis-command.ts';
import { startRedisCluster } from './cluster.ts';
import { startRedisSentinel } from './sentinel.ts';

let close: () => Promise<void> = async () => {};
afterEach(() => close());

const portOf = (address: string) => Number(address.split(':')[1]);
const get = async (address: string, key: string) =>
  String(await sendRedisCommand(portOf(address), 'GET', key));

/** Waits until a replica has what this master has. */
const replicated = (master: string) =>
  until('a replica has it', async () => Number(await sendRedisCommand(portOf(master), 'WAIT', 1, 100)) >= 1);

test('Sentinels elect another master when theirs is killed, hangs, or is asked to step down', async () => {
  const redis = await startRedisSentinel();
  close = redis.close;
  expect(redis.url).toMatch(/^redis\+sentinel:\/\/(127\.0\.0\.1:\d+,){2}127\.0\.0\.1:\d+\/mymaster$/);
  const first = await redis.masterAddress();
  await sendRedisCommand(portOf(first), 'SET', 'a', '1');
  await replicated(first);

  expect(await redis.killMaster()).toBe(first);
  await until('another is the master', async () => (await redis.masterAddress()) !== first);
  const second = await redis.masterAddress();
  expect(await get(second, 'a')).toBe('1');
  await redis.startAll();

  await redis.pauseMaster();
  await until('the first is the master again', async () => (await redis.masterAddress()) === first);
  redis.resume();
  await redis.startAll();
  await redis.failover();
  expect(await redis.masterAddress()).toBe(second);
});

test('a Redis Cluster fails over, and moves a slot with its keys', async () => {
  const redis = await startRedisCluster();
  close = redis.close;
  expect(await redis.masters()).toHaveLength(3);
  const first = await redis.masterOf('a');
  await sendRedisCommand(portOf(first), 'SET', 'a', '1');
  await replicated(first);

  await redis.killMasterOf('a');
  await until('its replica is the master', async () => (await redis.masterOf('a')) !== first);
  await redis.startAll();
  await redis.failover('a');
  expect(await redis.masterOf('a')).toBe(first);

  const to = await redis.moveSlot('a');
  expect(to).not.toBe(first);
  expect(await redis.masterOf('a')).toBe(to);
  expect(await get(to, 'a')).toBe('1');
});
