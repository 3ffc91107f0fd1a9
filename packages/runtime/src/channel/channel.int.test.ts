import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  PIPELINE_EVENTS,
  PIPELINE_REPLICAS,
  PIPELINE_SIGHTINGS,
  pipelineSnapshotKey,
  replicaSnapshot,
  sighting,
  SNAPSHOT_LIFE_MS,
} from '@skillstream/contracts';
import { sharedEngines } from '@skillstream/engines/testing';
import { silentLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { connectRedis, type Redis } from '../redis/connect-redis.ts';
import { createChannel } from './channel.ts';
import { createSnapshots } from './snapshots.ts';

const namespace = `${randomUUID()}:`;
const heard: [string, unknown][] = [];
let redis: Redis;
let listener: Redis;
beforeAll(async () => {
  const { redisUrl } = await sharedEngines();
  [redis, listener] = [connectRedis(redisUrl, silentLog()), connectRedis(redisUrl, silentLog())];
  await until('both are connected', () => redis.status === 'ready' && listener.status === 'ready');
  listener.on('message', (channel: string, text: string) => heard.push([channel, JSON.parse(text)]));
  await listener.subscribe(`${namespace}${PIPELINE_EVENTS}`, `${namespace}${PIPELINE_SIGHTINGS}`);
});
afterAll(() => [redis, listener].forEach((one) => one.disconnect()));

const channelOf = (replica: string) =>
  createChannel({
    ...{ service: 'tagging', replica, redis, namespace },
    ...{ log: silentLog(), metrics: createMetrics('tagging') },
  });

test('events and sightings reach whoever subscribes', async () => {
  const channel = channelOf('a');
  channel.narrate({ type: 'lease.taken', lease: 'relay' });
  channel.sight({ stage: 'tagged', postingId: 'p', version: 2, topic: 't', partition: 1, offset: 3 }, true);
  await until('both were heard', () => heard.length === 2);
  const [event, seen] = heard;
  expect(event).toEqual([
    `${namespace}${PIPELINE_EVENTS}`,
    expect.objectContaining({ id: 'a-1', type: 'lease.taken', lease: 'relay', service: 'tagging' }),
  ]);
  expect(sighting.parse(seen![1])).toMatchObject({ postingId: 'p', stage: 'tagged', replica: 'a' });
});

test('a snapshot stands for its life only, its replica is remembered, and one that stops is forgotten', async () => {
  const snapshots = createSnapshots(channelOf('b'), () => ({
    rates: { inPerSecond: 0, outPerSecond: 0 },
    consumers: [],
  }));
  const key = `${namespace}${pipelineSnapshotKey('tagging/b')}`;
  const members = () => redis.zrange(`${namespace}${PIPELINE_REPLICAS}`, '0', '-1');
  snapshots.start();
  await until('it is shown', async () => (await redis.get(key)) !== null);
  const lifeMs = await redis.pttl(key);
  expect(lifeMs).toBeGreaterThan(0);
  expect(lifeMs).toBeLessThanOrEqual(SNAPSHOT_LIFE_MS);
  expect(replicaSnapshot.parse(JSON.parse((await redis.get(key))!))).toMatchObject({ replica: 'b' });
  expect(await members()).toEqual(['tagging/b']);
  await snapshots.stop();
  await until('it is gone, and nobody misses it', async () => (await members()).length === 0);
  expect(await redis.get(key)).toBeNull();
});
