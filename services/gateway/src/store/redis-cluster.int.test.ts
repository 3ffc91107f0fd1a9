import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { LIVE_STREAM, PIPELINE_REPLICAS } from '@skillstream/contracts';
import { startRedisCluster, type RedisCluster } from '@skillstream/engines/redis-clusters';
import {
  connectRedis,
  createChannel,
  createMetrics,
  createSnapshots,
  pingRedis,
  silentLog,
  type Redis,
} from '@skillstream/runtime';
import { createHub } from '../live/hub.ts';
import { createLiveReader } from './live-reader.ts';
import { createSnapshotReader } from './pipeline-snapshots.ts';
import { createSubscription } from './pipeline-subscription.ts';
import { createSharedResults } from './shared-results.ts';
import { createSharedQuota } from './shared-quotas.ts';

let engine: RedisCluster;
let redis: Redis;
let waiting: Redis;
let stop = async () => {};
beforeAll(async () => {
  engine = await startRedisCluster();
  [redis, waiting] = [connectRedis(engine.url, silentLog()), connectRedis(engine.url, silentLog())];
  for (const one of [redis, waiting]) await until('redis is ready', pingRedis(one));
});
afterAll(async () => {
  await stop();
  for (const one of [redis, waiting]) one.disconnect();
  await engine.close();
});
const response = { contentType: 'application/json', tag: 'W/"a"', body: '{}' };
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

test('results are shared, whichever node has their slots', async () => {
  const [first, second] = [createSharedResults(redis), createSharedResults(redis)];
  for (const n of upTo(20))
    await until('one replica has the answer of the other', async () => {
      const queryPath = `/v1/demand?n=${n}`;
      await first.put(queryPath, response, 'a');
      return (await second.find(queryPath, 'a'))?.body === response.body;
    });
});

test('replicas share quotas, whichever node has their slots', async () => {
  const options = { name: 'reads', quota: 5, windowMs: 60_000, prefix: '' };
  const replicas = upTo(2).map(() => createSharedQuota(redis, options));
  for (const n of upTo(20)) {
    let client = 0;
    // A call that a busy machine lets wait for longer than the gateway would rejects; what it took is taken then.
    await until('three calls in time share a quota', async () => {
      client += 1;
      const takes = [...replicas, replicas[0]!].map((take) => () => take(`client-${n}-${client}`, 2));
      const grants = [];
      for (const take of takes) grants.push(await take());
      expect(grants.map(({ granted }) => granted)).toEqual([2, 2, 1]);
      return true;
    });
  }
});

test('reading the live stream continues after its master was killed, and after its slot moved', async () => {
  const hub = createHub(100);
  const reader = createLiveReader(waiting, hub, 100, '', silentLog());
  stop = reader.stop;
  reader.start();
  const heard: string[] = [];
  hub.join(({ data }) => heard.push(data));
  const say = (data: string) => redis.xadd(LIVE_STREAM, '*', 'data', data);
  const isHeard = async (data: string) => {
    // Entries from before the start reach no subscriber, and writes to a master that dies may be lost.
    await until('it is heard', async () => {
      if (!heard.includes(data)) await say(data);
      return heard.includes(data);
    });
  };
  await isHeard('first');
  await engine.killMasterOf(LIVE_STREAM);
  await isHeard('after the fail-over');
  await engine.startAll();
  await engine.moveSlot(LIVE_STREAM);
  await isHeard('after the move');
});

test('replicas show themselves in a cluster, also after the master of their keys was killed', async () => {
  const listening = connectRedis(engine.url, silentLog());
  const channel = createChannel({
    ...{ service: 'tagging', replica: 'a', redis, log: silentLog(), metrics: createMetrics('tagging') },
  });
  const fields = { rates: { inPerSecond: 0, outPerSecond: 0 }, consumers: [] };
  const snapshots = createSnapshots(channel, () => fields);
  const find = createSnapshotReader(redis, '', Date.now);
  const heard: string[] = [];
  const subscription = createSubscription({
    ...{ redis: listening, namespace: '', log: silentLog(), onSighting: () => undefined },
    onEvent: ({ type }) => heard.push(type),
  });
  const isShown = () =>
    until('its snapshot is read, and its event heard', async () => {
      channel.narrate({ type: 'lease.taken', lease: 'relay' });
      const found = await find();
      return found.some(({ snapshot }) => snapshot?.replica === 'a') && heard.length > 0;
    });
  try {
    subscription.start();
    snapshots.start();
    await isShown();
    await engine.killMasterOf(PIPELINE_REPLICAS);
    heard.length = 0;
    await isShown();
  } finally {
    await snapshots.stop();
    await subscription.stop();
    listening.disconnect();
  }
});
