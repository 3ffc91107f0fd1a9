import { existsSync, mkdtempSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { engineDataIn, removeData, startEngines, type Engines } from '../index.ts';
import { createTopic, topicExists } from '../probes/kafka-topics.ts';
import { pingKafka } from '../probes/kafka.ts';

test('containers are reachable only from this machine, keep their data over a kill, and stop', async () => {
  const engines = await startEngines({ provider: 'docker' });
  try {
    const [host = '', port] = engines.urls.kafkaBrokers[0]?.split(':') ?? [];
    const broker = { host, port: Number(port) };
    await createTopic(broker, 'kept');
    const before = new Redis(engines.urls.redisUrl);
    await before.set('kept', '1');
    expect(await before.call('BGREWRITEAOF')).toBeDefined();
    before.disconnect();
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses = []) => addresses)
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && address !== host);
    expect(outside.length).toBeGreaterThan(0);
    for (const { address } of outside)
      await expect(pingKafka({ ...broker, host: address })).rejects.toThrow(/ECONNREFUSED/);
    for (const name of ['kafka', 'mongo', 'redis'] as const) {
      await engines.kill(name);
      await engines.start(name);
    }
    expect(await topicExists(broker, 'kept')).toBe(true);
    const after = new Redis(engines.urls.redisUrl);
    expect(await after.get('kept')).toBe('1');
    after.disconnect();
  } finally {
    await engines.stop();
    await engines.stop();
  }
});

const brokerOf = (engines: Engines) => {
  const [host = '', port] = engines.urls.kafkaBrokers[0]?.split(':') ?? [];
  return { host, port: Number(port) };
};
const inEach = async <T>(
  engines: Engines,
  use: (redis: Redis, notes: ReturnType<mongoose.Connection['collection']>) => Promise<T>,
) => {
  const redis = new Redis(engines.urls.redisUrl);
  const mongo = await mongoose.createConnection(engines.urls.mongoUrl, { dbName: 'kept' }).asPromise();
  try {
    return await use(redis, mongo.collection('notes'));
  } finally {
    redis.disconnect();
    await mongo.close();
  }
};

test('with a data folder the data outlives the containers, is found at the next start, and is deleted by a reset', async () => {
  const dataFolder = join(mkdtempSync(join(tmpdir(), 'skillstream-docker-test-')), 'data');
  const lines: string[] = [];
  const start = (provider: 'docker' | 'auto') =>
    startEngines({ provider, dataFolder, report: (line) => lines.push(line) });
  const found = async (engines: Engines) => [
    await topicExists(brokerOf(engines), 'kept'),
    ...(await inEach(engines, async (redis, notes) => [
      await redis.get('kept'),
      await notes.countDocuments(),
    ])),
  ];
  try {
    const first = await start('docker');
    await createTopic(brokerOf(first), 'kept');
    await inEach(first, async (redis, notes) => {
      await redis.set('kept', '1');
      await notes.insertOne({ kept: 1 }, { writeConcern: { w: 'majority', j: true } });
    });
    await first.stop();
    const second = await start('auto');
    expect(second.provider).toBe('docker');
    expect(lines).toContain("engines: docker, because there are data of Docker's engines, in its volumes");
    expect(await found(second)).toEqual([true, '1', 1]);
    await second.stop();
    await removeData(dataFolder);
    expect(existsSync(dataFolder)).toBe(false);
    const third = await start('docker');
    expect(await found(third)).toEqual([false, null, 0]);
    await third.stop();
  } finally {
    if (engineDataIn(dataFolder).length > 0) await removeData(dataFolder);
  }
});
