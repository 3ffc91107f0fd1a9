import { expect, test } from '@jest/globals';
import { createMetrics } from '@skillstream/runtime';
import { createLagWatch } from './watch-lag.ts';

const NOON = 1_764_000_000_000;
const NINE_HOURS_MS = 9 * 3_600_000;

/** A watch of a group that stands before a marker, over a log whose entries were written at these times. */
const setUp = () => {
  const writtenMs = [NOON - NINE_HOURS_MS, NOON - NINE_HOURS_MS];
  let [committed, timeMs] = [1, NOON];
  const watch = createLagWatch({
    ...{ readers: [{ group: 'g', topic: 't' }], metrics: createMetrics('tagging'), nowMs: () => timeMs },
    admin: {
      ends: async () => [{ partition: 0, low: 0, high: writtenMs.length }],
      committedAll: async () => new Map([[0, committed]]),
      offsetsAt: async (_, atMs) => {
        const found = writtenMs.findIndex((one) => one >= atMs);
        return new Map([[0, found < 0 ? writtenMs.length : found]]);
      },
    },
  });
  return {
    /** A record, and the marker of its transaction. */
    write: () => void writtenMs.push(timeMs, timeMs),
    pass: (seconds: number) => (timeMs += seconds * 1000),
    commit: (offset: number) => (committed = offset),
    seconds: async () => {
      await watch.look();
      return watch.last()[0]!.oldestSeconds;
    },
  };
};

test('the first record after a quiet time is as old as it is, not as the marker before it', async () => {
  const { write, pass, seconds } = setUp();
  expect(await seconds()).toBe(0);
  pass(4);
  write();
  pass(1);
  expect(await seconds()).toBe(5);
  pass(600);
  expect(await seconds()).toBe(605);
});

test('records that a group was set back to are as old as they are', async () => {
  const { commit, seconds } = setUp();
  expect(await seconds()).toBe(0);
  commit(0);
  expect(await seconds()).toBeGreaterThan(0.95 * (NINE_HOURS_MS / 1000));
});
