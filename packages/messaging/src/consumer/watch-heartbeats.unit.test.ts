import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Consumer } from 'kafkajs';
import { watchHeartbeats } from './watch-heartbeats.ts';

const PATIENCE_MS = 10_000;
let emit: Record<string, () => void>;
let silences: number;
let watch: ReturnType<typeof watchHeartbeats>;
beforeEach(() => {
  jest.useFakeTimers();
  emit = {};
  silences = 0;
  const consumer = {
    events: { HEARTBEAT: 'heartbeat', GROUP_JOIN: 'join' },
    on: (event: string, call: () => void) => (emit[event] = call),
  } as unknown as Consumer;
  watch = watchHeartbeats(consumer, PATIENCE_MS, () => (silences += 1));
});
afterEach(() => {
  watch.end();
  jest.useRealTimers();
});

const pass = (ms: number) => jest.advanceTimersByTime(ms);

test('a consumer without a heartbeat for the whole timeout is silent, and not before', () => {
  pass(PATIENCE_MS - 1);
  expect(silences).toBe(0);
  pass(1);
  expect(silences).toBe(1);
});

test.each(['heartbeat', 'join'])('every %s restarts the timeout', (event) => {
  for (let i = 0; i < 20; i += 1) {
    pass(PATIENCE_MS - 1000);
    emit[event]!();
  }
  expect(silences).toBe(0);
  pass(PATIENCE_MS);
  expect(silences).toBe(1);
});

test('a long batch is no silence: no heartbeat is due before its end', async () => {
  const over = Promise.withResolvers<void>();
  const working = watch.during(() => over.promise);
  pass(20 * PATIENCE_MS);
  over.resolve();
  await working;
  expect(silences).toBe(0);
  pass(PATIENCE_MS);
  expect(silences).toBe(1);
});

test('back-to-back batches without a heartbeat are silence, even when they fail', async () => {
  for (let i = 0; i < PATIENCE_MS / 1000; i += 1) {
    const next = watch.during(() => Promise.reject(new Error('failed')));
    await expect(next).rejects.toThrow('failed');
    const over = Promise.withResolvers<void>();
    const working = watch.during(() => over.promise);
    pass(1000);
    over.resolve();
    await working;
  }
  expect(silences).toBe(1);
});

test('after its end the watch reports nothing', () => {
  watch.end();
  pass(10 * PATIENCE_MS);
  expect(silences).toBe(0);
});
