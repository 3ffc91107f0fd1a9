import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { postingsReceived, receivedDeadLetters } from '@skillstream/contracts';
import { createKafka, createPublisher } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import { databaseNames } from '../packages/cli/src/platform/service-specs.ts';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { readEngines } from './platform/read-engines.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { runCommand } from './platform/run-command.ts';
import { sendAll } from './platform/send.ts';

// The command against engines that the environment names, as an operator of them would use it.
let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const skillstream = (...args: string[]) => {
  const { kafkaBrokers, mongoUrl, redisUrl } = platform.engines.urls;
  const env = { KAFKA_BROKERS: kafkaBrokers.join(','), MONGO_URL: mongoUrl, REDIS_URL: redisUrl };
  return runCommand(args, env);
};

const publishBroken = async () => {
  const publisher = createPublisher(createKafka(platform.engines.urls.kafkaBrokers, 'test', silentLog()));
  await publisher.publish(postingsReceived.name, [
    { key: 'broken', value: '{"title": nothing', headers: {} },
  ]);
  await publisher.close();
};

test('a record that tagging cannot read is listed and shown with its place, its reason and its bytes', async () => {
  expect(await skillstream('dlq', 'list')).toMatchObject({ code: 0, out: 'no dead letters\n' });
  await publishBroken();
  const [letter] = await until('it is a dead letter', async () => {
    const { out } = await skillstream('dlq', 'list', '--json');
    const letters = JSON.parse(out) as { identity: string; code: string; storedAt: string }[];
    return letters.length > 0 ? letters : null;
  });
  expect(letter).toMatchObject({ code: 'undecodable', key: 'broken', value: '{"title": nothing' });
  expect(letter!.identity).toMatch(new RegExp(`^${postingsReceived.name}/\\d+/0$`));
  expect(letter!.storedAt).toContain(receivedDeadLetters.name);
  const shown = await skillstream('dlq', 'show', letter!.identity);
  expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('{"title": nothing') });
  expect(await skillstream('dlq', 'show', `${postingsReceived.name}/0/999`)).toMatchObject({
    code: 1,
    err: expect.stringContaining('there is no dead letter of'),
  });
});

test('reset removes topics, databases and views of engines that somebody else runs, and only ours', async () => {
  const postings = [...generateSample({ seed: 3, count: 200, firstMonth: '2024-01' })].map((s) => s.posting);
  await sendAll(platform.url, postings);
  await platform.settled();
  const engines = await readEngines(platform.engines.urls);
  try {
    await engines.putForeign();
    const before = await engines.look();
    expect(before.topics).toContain(postingsReceived.name);
    expect(before.databases).toEqual(expect.arrayContaining(databaseNames()));
    for (const name of ['gateway', 'ingestion', 'tagging', 'analytics'] as const)
      await platform.service(name).stop();
    expect(await skillstream('reset', '--yes')).toMatchObject({ code: 0, err: '' });
    // Kafka goes on listing a topic for a moment after it was deleted.
    await until('only what is foreign is left', async () => {
      expect(await engines.look()).toEqual({
        ...{ topics: ['foreign'], databases: ['foreign'], keys: ['foreign'] },
      });
      return true;
    });
  } finally {
    await engines.close();
  }
});

test('after a reset the platform starts with nothing and counts what comes', async () => {
  for (const name of ['gateway', 'ingestion', 'tagging', 'analytics'] as const)
    platform.service(name).start();
  for (const name of ['gateway', 'ingestion', 'tagging', 'analytics'] as const)
    await platform.service(name).ready();
  expect((await platform.settled()).total).toMatchObject({ accepted: 0, counted: 0, deadLettered: 0 });
  const postings = [...generateSample({ seed: 4, count: 100, firstMonth: '2024-01' })].map((s) => s.posting);
  await sendAll(platform.url, postings);
  expect((await platform.settled()).total).toMatchObject({ accepted: 100, counted: 100 });
  expect((await platform.verify()).differences).toEqual([]);
});
