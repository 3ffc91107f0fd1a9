import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sharedEngines } from '@skillstream/engines/testing';
import { connectRedis, silentLog, type Redis } from '@skillstream/runtime';
import { until } from '@skillstream/runtime/testing';
import { createSharedAnswers } from './shared-results.ts';

const prefix = `gw-${randomUUID().slice(0, 8)}:`;
const answer = { contentType: 'application/json', tag: 'W/"a"', body: '{}' };
let redis: Redis;
beforeAll(async () => {
  redis = connectRedis((await sharedEngines()).redisUrl, silentLog());
  await until('redis answers', () => redis.status === 'ready');
});
afterAll(() => redis.disconnect());
const replica = () => createSharedAnswers(redis, prefix);
const claims = () => redis.keys(`${prefix}gateway:asking:*`);

test('who asks first is to ask, and the next one gets the answer when it is there', async () => {
  let n = 0;
  await until('it came to that', async () => {
    const question = `/v1/demand?n=${n++}`;
    const [first, second] = [replica(), replica()];
    if ((await first.find(question, 'a')) !== null) return false;
    const waiting = second.find(question, 'a');
    await first.put(question, answer, 'a');
    return (await waiting)?.body === answer.body;
  });
});

test('where nothing came of it, the claim is given back at once', async () => {
  let n = 0;
  await until('it came to that', async () => {
    const question = `/v1/report?n=${n++}`;
    const first = replica();
    await first.find(question, 'a');
    if ((await claims()).length === 0) return false;
    await first.put(question, null, 'a');
    return (await claims()).length === 0;
  });
});

test('a claim of a replica that died ends by itself', async () => {
  await replica().find('/v1/salaries', 'a');
  await until('another may ask', async () => (await claims()).length === 0);
  expect(await replica().find('/v1/salaries', 'a')).toBeNull();
});

test('a replica keeps so many answers and no more, however many questions there are', async () => {
  const body = 'x'.repeat(1000);
  const other = `${prefix}many:`;
  const shared = createSharedAnswers(redis, other, 10_000);
  for (let n = 0; n < 50; n += 1) {
    await shared.find(`/v1/demand?n=${n}`, 'a');
    await shared.put(`/v1/demand?n=${n}`, { ...answer, body }, 'a');
  }
  expect((await redis.keys(`${other}gateway:answer:*`)).length).toBeLessThanOrEqual(10);
});
