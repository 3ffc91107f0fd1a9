import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { sharedEngines } from '@skillstream/engines/testing';
import { connectRedis, silentLog, type Redis } from '@skillstream/runtime';
import { lookInRedis } from '../src/erase/look-in-redis.ts';
import { streamPages } from '../src/erase/stream-pages.ts';

// The prefix of keys of the gateway, by which it is looked at.
const key = `gateway:${randomUUID()}`;
let url: string;
let redis: Redis;
beforeAll(async () => {
  url = (await sharedEngines()).redisUrl;
  redis = connectRedis(url, silentLog());
  await until('redis answers', () => redis.status === 'ready');
});
afterAll(async () => {
  await redis.unlink(key);
  redis.disconnect();
});

const fill = async (names: readonly string[]) => {
  await redis.unlink(key);
  const adding = redis.pipeline();
  // Many in one millisecond: their ids differ in their second part alone.
  for (const [n, name] of names.entries()) adding.xadd(key, `7-${n}`, 'data', name);
  await adding.exec();
};
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `entry ${n}`);

test.each([0, 1, 9, 10, 11, 25])(
  'of a stream of %i entries each is read once, ten at a time',
  async (count) => {
    await fill(numbered(count));
    const pages: string[][] = [];
    for await (const page of streamPages(redis, key, 10)) pages.push(page.map(([, [, name]]) => name!));
    expect(pages.flat()).toEqual(numbered(count));
    expect(pages.every(({ length }) => length > 0 && length <= 10)).toBe(true);
  },
);

test('a posting that only the last entry of a long stream names is found', async () => {
  const [id, sea] = [`posting-${randomUUID()}`, randomUUID()];
  await fill([...numbered(2500), `{"id":"${id}","text":"The sea, ${sea}"}`]);
  const seek = (text?: string) =>
    lookInRedis(url, { id, text, now: new Date(), untilMs: performance.now() + 300_000 });
  const place = key;
  expect(await seek()).toMatchObject({ findings: [{ place, what: 'id' }], complete: true });
  expect(await seek(`SEA, ${sea}`)).toMatchObject({ findings: [{ place, what: 'text' }], complete: true });
});
