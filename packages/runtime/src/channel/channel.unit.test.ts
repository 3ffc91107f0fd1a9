import { expect, test } from '@jest/globals';
import {
  PIPELINE_EVENTS,
  PIPELINE_SIGHTINGS,
  pipelineEvent,
  pipelineEventTypes,
} from '@skillstream/contracts';
import { pino } from 'pino';
import { createMetrics } from '../metrics.ts';
import { createChannel, type ChannelDeps } from './channel.ts';
import { shouldNarrate } from './narrate.ts';
import { createSnapshots } from './snapshots.ts';

const NOW = 1_750_000_000_000;
const closed = { type: 'breaker.closed', upstream: 'tagging' } as const;
const rates = { inPerSecond: 1, outPerSecond: 2 };

const setUp = (publish: ((...words: string[]) => Promise<number>) | null, status = 'ready') => {
  const lines: object[] = [];
  const metrics = createMetrics('gateway');
  const redis = publish && { status, publish, set: publish, zadd: publish, zremrangebyscore: publish };
  const channel = createChannel({
    ...{ service: 'gateway', replica: 'r', namespace: 'n:', metrics, nowMs: () => NOW },
    redis: redis as unknown as ChannelDeps['redis'],
    log: pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line) as object) }),
  });
  const figures = () => metrics.registry.metrics();
  return { channel, lines, figures, turn: () => new Promise((resolve) => setImmediate(resolve)) };
};

test('an event is a log line, a counter and a record, once each', async () => {
  const said: string[][] = [];
  const { channel, lines, figures, turn } = setUp(async (...words) => said.push(words));
  channel.narrate(closed);
  await turn();
  const event = { id: 'r-1', at: new Date(NOW).toISOString(), service: 'gateway', replica: 'r', ...closed };
  expect(said).toEqual([[`n:${PIPELINE_EVENTS}`, expect.any(String)]]);
  expect(JSON.parse(said[0]![1]!)).toEqual(event);
  expect(pipelineEvent.parse(event)).toEqual(event);
  expect(lines).toEqual([
    expect.objectContaining({ event: 'breaker.closed', upstream: 'tagging', msg: 'breaker closed' }),
  ]);
  expect(await figures()).toContain(
    'skillstream_pipeline_events_total{type="breaker.closed",service="gateway"} 1',
  );
  expect(channel.recent()).toEqual([event]);
});

test('every type of event is counted from 0, so that its first one is an increase', async () => {
  const text = await setUp(null).figures();
  for (const type of pipelineEventTypes)
    expect(text).toContain(`skillstream_pipeline_events_total{type="${type}",service="gateway"} 0`);
});

test.each([
  ['away', async () => 1, 'reconnecting'],
  ['there and refuses', () => Promise.reject(new Error('NOPERM')), 'ready'],
  [
    'there and its driver throws',
    () => {
      throw new Error('closed');
    },
    'ready',
  ],
])('while Redis is %s nothing throws, and what was not published is counted', async (_, publish, status) => {
  const { channel, figures, turn } = setUp(publish, status);
  channel.narrate(closed);
  channel.sight({ stage: 'tagged', postingId: 'p', version: 1 }, true);
  await turn();
  expect(channel.outlet.dropped()).toBe(2);
  expect(await figures()).toContain('skillstream_pipeline_dropped_total{service="gateway"} 2');
  expect(channel.recent()).toHaveLength(1);
});

test('a replica that takes over all partitions of two groups tells all of it; a flood is cut, and logged whole', async () => {
  const said: string[][] = [];
  const { channel, lines, turn } = setUp(async (...words) => said.push(words));
  for (let n = 0; n < 72; n += 1) channel.narrate(closed);
  await turn();
  expect(said).toHaveLength(72);
  for (let n = 0; n < 400; n += 1) channel.narrate(closed);
  await turn();
  // The second may have changed in between.
  expect(said.length).toBeLessThanOrEqual(200);
  expect(lines).toHaveLength(472);
});

test('a Redis that hangs holds no more than a bounded number of messages', async () => {
  const { channel, turn } = setUp(() => new Promise(() => undefined));
  for (let n = 0; n < 500; n += 1) channel.outlet.publish(PIPELINE_EVENTS, {});
  await turn();
  expect(channel.outlet.dropped()).toBe(400);
});

test('a service without Redis narrates to its log and over HTTP, and counts nothing as dropped', () => {
  const { channel, lines } = setUp(null);
  channel.narrate(closed);
  const { snapshot, events } = createSnapshots(channel, () => ({ rates, consumers: [] })).report();
  expect([lines.length, events.length, snapshot.dropped]).toEqual([1, 1, 0]);
  expect(snapshot).toMatchObject({ service: 'gateway', replica: 'r', version: '0.1.0', rates });
});

test('a storm of events is logged whole, and bounded for those who watch and in memory', async () => {
  const said: string[][] = [];
  const { channel, lines, turn } = setUp(async (...words) => said.push(words));
  const letter = { topic: 't', partition: 0, offset: 1, code: 'internal', reason: 'x' };
  for (let n = 0; n < 1000; n += 1) channel.narrate({ type: 'dead-lettered', ...letter });
  await turn();
  expect([lines.length, channel.deadLetters(), channel.recent().length]).toEqual([1000, 1000, 100]);
  expect(said.length).toBeLessThanOrEqual(100);
});

test('a message that is too large is dropped', () => {
  const { channel } = setUp(async () => 1);
  const text = 'x'.repeat(64 * 1024);
  channel.outlet.publish(PIPELINE_SIGHTINGS, { text });
  channel.outlet.show('gateway/r', { text });
  expect(channel.outlet.dropped()).toBe(1);
  channel.outlet.show('gateway/r', { text: text.repeat(8) });
  expect(channel.outlet.dropped()).toBe(2);
});

test('of failures in a row the first is narrated, and each that doubles their number', () => {
  expect(Array.from({ length: 20 }, (_, n) => n).filter(shouldNarrate)).toEqual([1, 2, 4, 8, 16]);
});
