import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { sharedEngines } from '@skillstream/engines/testing';
import { connectRedis, silentLog, type Redis } from '@skillstream/runtime';
import { createSharedResults } from './shared-results.ts';

const prefix = `gw-${randomUUID().slice(0, 8)}:`;
const response = { contentType: 'application/json', tag: 'W/"a"', body: '{}' };
let redis: Redis;
beforeAll(async () => {
  redis = connectRedis((await sharedEngines()).redisUrl, silentLog());
  await until('redis answers', () => redis.status === 'ready');
});
afterAll(() => redis.disconnect());
const replica = () => createSharedResults(redis, prefix);

test('what one replica stored another finds, under its tag alone', async () => {
  let n = 0;
  await until('it came to that', async () => {
    const queryPath = `/v1/demand?n=${n++}`;
    await replica().put(queryPath, response, 'a');
    return (await replica().find(queryPath, 'a'))?.body === response.body;
  });
  expect(await replica().find('/v1/demand?n=0', 'b')).toBeNull();
});

test('a replica stores so many results and no more, however many queries there are', async () => {
  const body = 'x'.repeat(1000);
  const other = `${prefix}many:`;
  const shared = createSharedResults(redis, other, 10_000);
  for (let n = 0; n < 50; n += 1) {
    await shared.put(`/v1/demand?n=${n}`, { ...response, body }, 'a');
  }
  expect((await redis.keys(`${other}gateway:answer:*`)).length).toBeLessThanOrEqual(10);
});
