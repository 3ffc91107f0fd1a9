import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TopicSpec } from '@skillstream/contracts';
import { until } from '@skillstream/async/testing';
import { sharedEngines } from '@skillstream/engines/testing';
import { silentLog } from '@skillstream/runtime';
import kafkajs, { type Admin } from 'kafkajs';
import { createTestKafka } from './testing.ts';

const said: unknown[][] = [];
const log = Object.assign(silentLog(), { error: (...line: unknown[]) => said.push(line) });
const { signal } = new AbortController();
const { TOPIC } = kafkajs.ConfigResourceTypes;
let kafka: ReturnType<typeof createTestKafka>;
let admin: Admin;
beforeAll(async () => {
  kafka = createTestKafka((await sharedEngines()).kafkaBrokers, log);
  admin = kafka.kafka.admin();
  await admin.connect();
});
afterAll(async () => {
  await admin.disconnect();
  await kafka.close();
});

const spec = (name: string, cleanup: TopicSpec['cleanup']): TopicSpec => ({
  name,
  cleanup,
  description: 'a test topic',
});

const settings = async (name: string): Promise<Record<string, string>> => {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: TOPIC, name: kafka.inKafka(name) }],
  });
  return Object.fromEntries(resources[0]!.configEntries.map((c) => [c.configName, c.configValue]));
};

/** Waits until the broker itself goes by these settings: it learns of a change a moment after that was made. */
const has = (name: string, wanted: Record<string, string>) =>
  until('the broker knows the settings', async () => {
    const found = await settings(name);
    return Object.entries(wanted).every(([key, value]) => found[key] === value);
  });

const alter = async (name: string, change: Record<string, string>) => {
  await admin.alterConfigs({
    validateOnly: false,
    resources: [
      {
        type: TOPIC,
        name: kafka.inKafka(name),
        configEntries: Object.entries(change).map(([key, value]) => ({ name: key, value })),
      },
    ],
  });
  await has(name, change);
};

const compacted = {
  'cleanup.policy': 'compact',
  'min.compaction.lag.ms': '3600000',
  'max.compaction.lag.ms': '86400000',
  'segment.ms': '86400000',
  'delete.retention.ms': '2592000000',
};

test.each<TopicSpec['cleanup']>(['compact', 'letters'])(
  'a topic to %s is created with its partitions and settings, and doing it twice is harmless',
  async (cleanup) => {
    const topic = spec(`made-${cleanup}`, cleanup);
    await kafka.admin.ensureTopics([topic], 3, signal);
    await kafka.admin.ensureTopics([topic], 3, signal);
    expect(await kafka.admin.waitForTopic(topic.name, signal)).toBe(3);
    await has(topic.name, compacted);
    expect(await kafka.admin.ends(topic.name)).toEqual(
      [0, 1, 2].map((partition) => ({ partition, low: 0, high: 0 })),
    );
  },
);

test('a topic of dead letters of an earlier release is kept as it is until it is migrated', async () => {
  const topic = spec('letters', 'letters');
  await kafka.admin.ensureTopics([topic], 1, signal);
  await alter(topic.name, { 'cleanup.policy': 'delete', 'retention.ms': '1000' });
  await kafka.admin.ensureTopics([topic], 1, signal);
  const kept = { 'cleanup.policy': 'delete', 'retention.ms': '-1', 'retention.bytes': '-1' };
  await has(topic.name, kept);
  await kafka.admin.compactLetters(topic.name);
  await has(topic.name, compacted);
  expect(await kafka.admin.settings(topic.name)).toMatchObject(compacted);
  await kafka.admin.ensureTopics([topic], 1, signal);
  expect(await settings(topic.name)).toMatchObject(compacted);
});

test('a changed setting is repaired, and what an operator added stays', async () => {
  const topic = spec('changed', 'compact');
  await kafka.admin.ensureTopics([topic], 1, signal);
  await alter(topic.name, {
    'cleanup.policy': 'compact',
    'delete.retention.ms': '1000',
    'segment.bytes': '7200000',
  });
  await kafka.admin.ensureTopics([topic], 1, signal);
  await has(topic.name, { ...compacted, 'segment.bytes': '7200000' });
});

test('another number of partitions is logged and kept', async () => {
  const topic = spec('partitions', 'compact');
  await kafka.admin.ensureTopics([topic], 2, signal);
  said.length = 0;
  await kafka.admin.ensureTopics([topic], 5, signal);
  expect(said).toEqual([
    [
      { topic: topic.name, found: 2, wanted: 5 },
      expect.stringMatching(/number of partitions .* is never changed/),
    ],
  ]);
  expect(await kafka.admin.waitForTopic(topic.name, signal)).toBe(2);
});

test('a missing topic has no offsets, and deleting it is harmless', async () => {
  const { name } = spec('absent', 'compact');
  await kafka.admin.deleteTopics([name]);
  expect(await kafka.admin.ends(name)).toEqual([]);
});
