import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { startRedisBehindOneAddress } from '@skillstream/engines/redis-clusters';
import { isRetryable } from '@skillstream/errors';
import { silentLog } from '../log.ts';
import { connectRedis, type Redis } from './connect-redis.ts';
import { pingRedis } from './ping-redis.ts';

let engine: Awaited<ReturnType<typeof startRedisBehindOneAddress>>;
let redis: Redis;
beforeEach(async () => {
  engine = await startRedisBehindOneAddress();
  redis = connectRedis(engine.url, silentLog());
  await until('redis answers', () => redis.status === 'ready');
});
afterEach(async () => {
  redis.disconnect();
  await engine.close();
});
const failure = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => error,
  );
const script = `return redis.call('SET', KEYS[1], ARGV[1])`;

test('after a planned fail-over the connection is made anew, and leads to the master', async () => {
  expect(await redis.set('a', '1')).toBe('OK');
  engine.leadToSecond();
  await engine.demoteFirst();
  const refused = await failure(redis.set('a', '2'));
  expect([String(refused), isRetryable(refused)]).toEqual([expect.stringContaining('READONLY'), true]);
  await until('it can be written to', () => redis.set('a', '3'));
  expect(await pingRedis(redis)()).toBe(true);
});

test('a script that is refused by a replica makes the connection anew, too', async () => {
  engine.leadToSecond();
  await engine.demoteFirst();
  const refused = await failure(redis.eval(script, 1, 'a', '1'));
  expect([String(refused), isRetryable(refused)]).toEqual([expect.stringContaining('READONLY'), true]);
  await until('it can be written to', () => redis.eval(script, 1, 'a', '2'));
});

test('while the address leads to a replica nobody is ready, and nobody has to write to find the master', async () => {
  await engine.demoteFirst();
  await until('the reason is told', async () => {
    const refused = await failure(pingRedis(redis)());
    return /the Redis at this address is a replica/.test(String(refused)) && isRetryable(refused);
  });
  await until('it is connected to the replica again', () => redis.status === 'ready');
  engine.leadToSecond();
  await until('it is ready', pingRedis(redis));
  expect(await redis.set('a', '2')).toBe('OK');
});

test('what is under way when the connection breaks fails at once, retryable', async () => {
  engine.pause();
  const calls = [failure(redis.set('a', '1')), failure(redis.get('a'))];
  engine.leadToSecond();
  engine.cut();
  for (const refused of await Promise.all(calls))
    expect([(refused as Error).name, isRetryable(refused)]).toEqual(['MaxRetriesPerRequestError', true]);
});

test('a server that hangs is given up, and its connection with it', async () => {
  engine.pause();
  const hung = failure(redis.get('a'));
  engine.leadToSecond();
  expect(isRetryable(await hung)).toBe(true);
  await until('another answers', () => redis.get('a').then(() => true));
});
