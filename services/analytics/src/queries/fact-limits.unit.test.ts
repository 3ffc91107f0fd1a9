import { expect, test } from '@jest/globals';
import { createFactLimits } from './fact-limits.ts';

test('a bounded number of readings runs, a bounded number waits, and the next is refused as overloaded', async () => {
  const { within } = createFactLimits({ atOnce: 2, waiting: 3 });
  const ends: (() => void)[] = [];
  let [running, most] = [0, 0];
  const ask = () =>
    within(async () => {
      most = Math.max(most, (running += 1));
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
    });
  const asked = Array.from({ length: 5 }, ask);
  await expect(ask()).rejects.toMatchObject({ code: 'overloaded', context: { retryAfterSeconds: 5 } });
  for (let ended = 0; ended < 5; ended += 1) {
    ends[ended]!();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(asked);
  expect(most).toBe(2);
  const again = ask();
  ends[5]!();
  await again;
});

test('a reading ends when its time limit has passed, by the clock of this process or of MongoDB', async () => {
  let nowMs = 0;
  const { within } = createFactLimits({ timeMs: 5000, now: () => nowMs });
  const looking = within(async ({ maxTimeMS, check }) => {
    expect(maxTimeMS).toBe(5000);
    for (let seen = 0; seen < 10_000; seen += 1) {
      nowMs += 1;
      check();
    }
  });
  await expect(looking).rejects.toMatchObject({
    code: 'overloaded',
    message: expect.stringContaining('5 s'),
  });
  expect(nowMs).toBe(5001);
  const expired = Object.assign(new Error('operation exceeded time limit'), { code: 50 });
  await expect(within(() => Promise.reject(expired))).rejects.toMatchObject({
    code: 'overloaded',
    cause: expired,
  });
});

test('a reading that the server does not abort fails when its time limit has passed, and keeps its capacity until it ends', async () => {
  const { within } = createFactLimits({ atOnce: 1, waiting: 0, timeMs: 20 });
  const { promise, resolve } = Promise.withResolvers<void>();
  await expect(within(() => promise)).rejects.toMatchObject({
    code: 'overloaded',
    message: expect.stringContaining('longer than 0.02 s'),
  });
  await expect(within(async () => undefined)).rejects.toMatchObject({
    message: expect.stringContaining('Too many queries'),
  });
  resolve();
  await promise;
  await new Promise(setImmediate);
  await within(async () => undefined);
});

test('what has waited too long for capacity is not read', async () => {
  let nowMs = 0;
  const { within } = createFactLimits({ atOnce: 1, waiting: 1, timeMs: 20, now: () => nowMs });
  const { promise, resolve } = Promise.withResolvers<void>();
  let looked = false;
  const first = within(() => promise).catch(() => undefined);
  await expect(within(async () => (looked = true))).rejects.toMatchObject({ code: 'overloaded' });
  await first;
  // A timer may end a fraction of a millisecond before the clock says so.
  nowMs = 21;
  resolve();
  await promise;
  await new Promise(setImmediate);
  expect(looked).toBe(false);
});

test('a caller waits as long as its patience, for all readings of an answer together, and they go on', async () => {
  const { within, patiently } = createFactLimits({ patienceMs: 20 });
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
  const ended = Promise.withResolvers<string>();
  const answer = patiently(async () => {
    await within(() => first.promise);
    const found = await within(() => second.promise);
    ended.resolve(found);
  });
  first.resolve();
  await expect(answer).rejects.toMatchObject({
    code: 'overloaded',
    message: expect.stringContaining('longer than 0.02 s'),
    context: { retryAfterSeconds: 5 },
  });
  second.resolve('found');
  expect(await ended.promise).toBe('found');
});

test('an error of an answer is passed on as it is', async () => {
  const { patiently } = createFactLimits();
  await expect(patiently(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
});
