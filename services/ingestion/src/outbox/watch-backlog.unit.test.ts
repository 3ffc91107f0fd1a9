import { expect, test } from '@jest/globals';
import { createMetrics } from '@skillstream/runtime';
import { createBacklog } from './backlog.ts';
import { createWatchBacklog } from './watch-backlog.ts';

const NOW_MS = 1_750_000_000_000;

const start = () => {
  const metrics = createMetrics('ingestion');
  const mongo = { isAway: false };
  const waiting = async () => {
    if (mongo.isAway) throw new Error('away');
    return { count: 7, oldest: new Date(NOW_MS - 90_000) };
  };
  const watch = createWatchBacklog({
    ...{ pending: { waiting }, backlog: createBacklog(100), limit: 100, metrics, nowMs: () => NOW_MS },
  });
  const series = async () =>
    (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('skillstream_outbox'));
  return { mongo, watch, series };
};

test('what waits is counted, with the age of the first', async () => {
  const { watch, series } = start();
  await watch.look();
  expect(watch.waiting()).toEqual({ pending: 7, oldestSeconds: 90 });
  expect((await series()).sort()).toEqual([
    'skillstream_outbox_backlog{service="ingestion"} 7',
    'skillstream_outbox_oldest_seconds{service="ingestion"} 90',
  ]);
});

test('before the first count there are no figures, rather than 0', async () => {
  const { watch, series } = start();
  expect([watch.waiting(), await series()]).toEqual([null, []]);
});

test('while MongoDB is away there are none, rather than old ones, and they come back', async () => {
  const { mongo, watch, series } = start();
  await watch.look();
  mongo.isAway = true;
  await expect(watch.look()).rejects.toThrow('away');
  expect([watch.waiting(), await series()]).toEqual([null, []]);
  mongo.isAway = false;
  await watch.look();
  expect([watch.waiting()?.pending, (await series()).length]).toEqual([7, 2]);
});
