import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MOST_OPEN, runOpenLoop, TICK_MS, type OpenLoopDeps } from './open-loop.ts';

/** A loop on a clock of its own, which only sleeping moves; `respond` decides when a request ends. */
const createHarness = (
  schedule: OpenLoopDeps['schedule'],
  respond: (atMs: number) => Promise<void> = async () => undefined,
  sleptMs: (askedMs: number) => number = (ms) => ms,
) => {
  let clockMs = 1000;
  const stop = new AbortController();
  const sent: { index: number; lateMs: number }[] = [];
  const notSent: number[] = [];
  let most = 0;
  const run = () =>
    runOpenLoop({
      schedule,
      send: (from, to, dueAt) => {
        for (let index = from; index < to; index += 1) sent.push({ index, lateMs: clockMs - dueAt(index) });
        return respond(clockMs);
      },
      onNotSent: (from, to) => {
        for (let index = from; index < to; index += 1) notSent.push(index);
      },
      onTick: (lateMs) => (most = Math.max(most, lateMs)),
      nowMs: () => clockMs,
      sleep: async (ms) => void (clockMs += sleptMs(ms)),
      signal: stop.signal,
    });
  return { run, sent, notSent, stop, elapsedMs: () => clockMs - 1000, mostLateMs: () => most };
};

test('each posting is sent once, in order, when it is due or within a tick, however long requests take', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 1, max: 3000 }),
      async (perSecond, total) => {
        const { run, sent, notSent } = createHarness({ perSecond, total });
        await run();
        expect(sent.map(({ index }) => index)).toEqual(Array.from({ length: total }, (_, i) => i));
        for (const { lateMs } of sent) {
          expect(lateMs).toBeGreaterThanOrEqual(-1e-6);
          expect(lateMs).toBeLessThanOrEqual(TICK_MS + 1e-6);
        }
        expect(notSent).toEqual([]);
      },
    ),
    { numRuns: 30 },
  );
});

test('while nobody responds the schedule goes on: so many requests are open, and the rest is counted as not sent', async () => {
  const never = new Promise<void>(() => undefined);
  const { run, sent, notSent, elapsedMs } = createHarness({ perSecond: 10, total: 200 }, () => never);
  await run();
  expect(sent).toHaveLength(MOST_OPEN);
  expect(notSent).toEqual(Array.from({ length: 200 - MOST_OPEN }, (_, i) => MOST_OPEN + i));
  expect(elapsedMs()).toBeCloseTo(19_900, 0);
});

test('a machine that wakes up late sends all that is due by then, and the lateness is told', async () => {
  const { run, sent, mostLateMs } = createHarness(
    { perSecond: 100, total: 500 },
    undefined,
    (ms) => ms + 700,
  );
  await run();
  expect(sent).toHaveLength(500);
  expect(mostLateMs()).toBeGreaterThan(600);
});

test('a signal ends it between two postings, and an error of sending ends it with that error', async () => {
  const stopped = createHarness({ perSecond: 10, total: 100 }, async (atMs) => {
    if (atMs >= 2000) stopped.stop.abort();
  });
  await (
    await stopped.run()
  ).open;
  expect(stopped.sent.length).toBeLessThan(15);
  const refused = createHarness({ perSecond: 10, total: 100 }, () => Promise.reject(new Error('no token')));
  await expect(refused.run()).rejects.toThrow('no token');
  expect(refused.sent.length).toBeLessThan(3);
});
