import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { startEngines, type Engines } from '../index.ts';
import { createTopic, topicExists } from '../probes/kafka-topics.ts';
import { engineNames } from '../types.ts';
import { startTimeOf } from '../process-identity.ts';

let dataFolder = '';

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'skillstream-java-test-'));
});
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

test('a second start on a data folder finds the data of all three engines, on the same ports', async () => {
  const first = await start();
  await write(first, 'one');
  await first.stop();
  await first.stop();
  expect(Object.values(first.pids).map(startTimeOf)).toEqual([null, null, null]);

  const second = await start();
  try {
    expect(second.urls).toEqual(first.urls);
    expect(await kept(second, 'one')).toEqual({ kafka: true, mongo: true, redis: true });
  } finally {
    await second.stop();
  }
});

test('a killed engine restarts with what it had acknowledged, and a folder in use is refused', async () => {
  const lines: string[] = [];
  const engines = await start((line) => lines.push(line));
  try {
    await expect(start()).rejects.toMatchObject({ code: 'conflict' });
    await write(engines, 'two');
    for (const name of engineNames) {
      const before = engines.pids[name];
      await engines.kill(name);
      await engines.start(name);
      expect(engines.pids[name]).not.toBe(before);
    }
    expect(await kept(engines, 'two')).toEqual({ kafka: true, mongo: true, redis: true });
    expect(lines.filter((line) => line.includes('ended by itself'))).toEqual([]);

    process.kill(engines.pids.redis ?? 0, 'SIGKILL');
    await until(() => lines.some((line) => line.startsWith('engines: redis ended by itself (SIGKILL)')));
    await engines.start('redis');
  } finally {
    await engines.stop();
  }
});

test('an engine that exits by itself is restarted if requested, with its port and data, and that is reported', async () => {
  const lines: string[] = [];
  const restarted: string[] = [];
  const engines = await startEngines({
    ...{ provider: 'java', dataFolder, only: ['redis'], report: (line) => lines.push(line) },
    onRestarted: (name) => restarted.push(name),
  });
  try {
    const { redis: before = 0 } = engines.pids;
    const write = new Redis(engines.urls.redisUrl);
    await write.config('SET', 'appendfsync', 'always');
    await write.set('engines:three', 'kept');
    write.disconnect();
    process.kill(before, 'SIGKILL');
    await until(() => restarted.length > 0);
    expect(engines.pids.redis).not.toBe(before);
    const read = new Redis(engines.urls.redisUrl);
    expect(await read.get('engines:three')).toBe('kept');
    read.disconnect();
    expect(restarted).toEqual(['redis']);
    expect(lines.slice(-3)).toEqual([
      expect.stringMatching(/^engines: redis ended by itself \(SIGKILL\)/),
      expect.stringMatching(/^engines: starting redis again in \d\.\d s$/),
      expect.stringMatching(/^engines: redis answers on port \d+ after/),
    ]);

    // A stop meanwhile: nothing is restarted.
    process.kill(engines.pids.redis ?? 0, 'SIGKILL');
    await until(() => lines.at(-1)?.startsWith('engines: starting redis again') === true);
  } finally {
    await engines.stop();
  }
  expect(startTimeOf(engines.pids.redis ?? 0)).toBeNull();
  expect(restarted).toEqual(['redis']);
});

test('when the parent is killed its engines exit, and the folder can be used again', async () => {
  const parent = spawn(process.execPath, [join(import.meta.dirname, 'fixtures/parent.ts'), dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await new Promise<[string]>((resolve) =>
    createInterface({ input: parent.stdout }).once('line', (text) => resolve([text])),
  );
  const pids = Object.values(JSON.parse(line) as Record<string, number>);
  expect(pids.map(startTimeOf)).not.toContain(null);
  parent.kill('SIGKILL');
  await until(() => pids.every((pid) => startTimeOf(pid) === null));
  const next = await start();
  await next.stop();
});

test('a temporary data folder is removed by stop', async () => {
  const engines = await startEngines({ provider: 'java' });
  const redis = new Redis(engines.urls.redisUrl);
  const [, folder = ''] = (await redis.config('GET', 'dir')) as string[];
  redis.disconnect();
  expect(existsSync(folder)).toBe(true);
  await engines.stop();
  expect(existsSync(folder)).toBe(false);
});

const start = (report?: (line: string) => void) => startEngines({ provider: 'java', dataFolder, report });

function broker(engines: Engines) {
  const [host = '', port] = engines.urls.kafkaBrokers[0]?.split(':') ?? [];
  return { host, port: Number(port) };
}

async function write(engines: Engines, key: string): Promise<void> {
  await createTopic(broker(engines), `engines-${key}`);
  await withMongo(engines, (notes) => notes.insertOne({ key }, { writeConcern: { w: 'majority', j: true } }));
  const redis = new Redis(engines.urls.redisUrl);
  // `everysec` may lose the last second at a kill; this only tests that the folder is found again.
  await redis.config('SET', 'appendfsync', 'always');
  await redis.set(`engines:${key}`, 'kept');
  redis.disconnect();
}

async function kept(engines: Engines, key: string) {
  const redis = new Redis(engines.urls.redisUrl);
  const value = await redis.get(`engines:${key}`);
  redis.disconnect();
  const kafka = await topicExists(broker(engines), `engines-${key}`);
  const mongo = await withMongo(engines, (notes) => notes.countDocuments({ key }));
  return { kafka, mongo: mongo === 1, redis: value === 'kept' };
}

type Notes = ReturnType<mongoose.Connection['collection']>;

async function withMongo<T>(engines: Engines, use: (notes: Notes) => Promise<T>): Promise<T> {
  const connection = await mongoose
    .createConnection(engines.urls.mongoUrl, { dbName: 'engines-test' })
    .asPromise();
  try {
    return await use(connection.collection('notes'));
  } finally {
    await connection.close();
  }
}

async function until(fact: () => boolean): Promise<void> {
  while (!fact()) await delay(20);
}
