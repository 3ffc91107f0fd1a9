import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  startRedisCluster,
  startRedisSentinel,
  type RedisCluster,
  type RedisSentinel,
} from '@skillstream/engines/redis-clusters';
import { startLoad, type Load } from './load.ts';
import { startRedisPlatform, type RedisPlatform } from './redis-platform.ts';

// Load flows through the real services while the Redis that holds the views fails over or moves slots. Its replicas
// follow asynchronously, so the last writes may be lost; the position lies beside them, and the numbers are exact.
const LIMIT_MS = 400_000;
const nothing = { uncounted: 0, wrongResults: [], differences: [], logFaults: [], gatewayFaults: [] };
let seed = 2_000;

/** Lets something happen while load flows, then compares ledger, recount and answers with what was accepted. */
const underLoad = async (
  platform: RedisPlatform,
  scenario: string,
  happen: (load: Load) => Promise<void>,
) => {
  seed += 1;
  const load = startLoad(platform.url, { seed });
  let countsOnMs: number;
  let gatewayFaults: string[];
  try {
    await load.grows(300);
    const before = await platform.counts();
    const beganMs = performance.now();
    await happen(load);
    await platform.countsOn(before);
    countsOnMs = Math.round(performance.now() - beganMs);
    gatewayFaults = await platform.gatewayFaults(load);
  } finally {
    await load.end();
  }
  const accepted = (await load.end()).size;
  platform.remember(seed, accepted);
  const { total } = await platform.settled();
  const { differences } = await platform.verify();
  const found = {
    uncounted: total.accepted - total.counted,
    wrongResults: await platform.wrongResults(),
    ...{ differences, gatewayFaults },
    logFaults: await platform.logFaults(),
  };
  process.stdout.write(
    `figure: ${JSON.stringify({ scenario, accepted, counted: total.counted, countsOnMs, differences: differences.length })}\n`,
  );
  expect(found).toEqual(nothing);
};

describe('a Redis that Sentinels watch', () => {
  let engine: RedisSentinel;
  let platform: RedisPlatform;
  beforeAll(async () => {
    engine = await startRedisSentinel();
    platform = await startRedisPlatform(engine.url);
  }, LIMIT_MS);
  afterAll(async () => {
    await platform?.stop();
    await engine?.close();
  }, LIMIT_MS);
  const anotherThan = (before: string) =>
    until('another is the master', async () => (await engine.masterAddress()) !== before);

  test(
    'views, cache, limits and live feed go on with the replica when the master is killed, and the numbers are exact',
    () =>
      underLoad(platform, 'Sentinels: master killed', async () => {
        await anotherThan(await engine.killMaster());
      }),
    LIMIT_MS,
  );

  test(
    'a master that hangs, and comes back as one that was relieved, changes no number',
    async () => {
      await engine.startAll();
      await underLoad(platform, 'Sentinels: master hangs, and comes back', async (load) => {
        await anotherThan(await engine.pauseMaster());
        await load.grows();
        engine.resume();
      });
    },
    LIMIT_MS,
  );
});

describe('a Redis Cluster', () => {
  let engine: RedisCluster;
  let platform: RedisPlatform;
  beforeAll(async () => {
    engine = await startRedisCluster();
    platform = await startRedisPlatform(engine.url);
  }, LIMIT_MS);
  afterAll(async () => {
    await platform?.stop();
    await engine?.close();
  }, LIMIT_MS);

  test(
    'a master of partitions that is killed changes no number',
    () =>
      underLoad(platform, 'Cluster: master killed', async () => {
        const key = await platform.stateOf(0);
        const killed = await engine.killMasterOf(key);
        await until('its replica is the master', async () => (await engine.masterOf(key)) !== killed);
      }),
    LIMIT_MS,
  );

  test(
    'a slot that moves while its partition is counted changes no number, nor does a master that is relieved',
    async () => {
      await engine.startAll();
      await underLoad(platform, 'Cluster: slot moved, master relieved', async (load) => {
        const key = await platform.stateOf(3);
        await engine.moveSlot(key);
        await load.grows();
        await engine.failover(await platform.stateOf(5));
      });
    },
    LIMIT_MS,
  );
});
