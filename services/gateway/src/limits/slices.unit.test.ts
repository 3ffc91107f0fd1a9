import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSlices, type QuotaGrant } from './slices.ts';

const WINDOW_MS = 60_000;

/** The shared store, as Redis has it: a count for each client that ends with its window. */
const createShared = (quota: number, now: () => number) => {
  const counts = new Map<string, { used: number; endsAtMs: number }>();
  const shared = {
    queries: 0,
    away: false,
    take: async (client: string, units: number): Promise<QuotaGrant> => {
      shared.queries += 1;
      if (shared.away) throw new Error('away');
      let count = counts.get(client);
      if (!count || count.endsAtMs <= now()) count = { used: 0, endsAtMs: now() + WINDOW_MS };
      counts.set(client, count);
      const granted = Math.min(units, quota - count.used);
      count.used += granted;
      return { granted, remaining: quota - count.used, endsInMs: count.endsAtMs - now() };
    },
  };
  return shared;
};

const start = (quota: number, replicas = 1, mostClients = 100) => {
  const clock = { ms: 0 };
  const now = () => clock.ms;
  const shared = createShared(quota, now);
  const { take } = shared;
  const each = Array.from({ length: replicas }, () =>
    createSlices({ quota, windowMs: WINDOW_MS, take, now, mostClients }),
  );
  return { clock, shared, each, spend: each[0]! };
};
const allowed = async (spend: ReturnType<typeof createSlices>, times: number, client = 'a') =>
  (await Promise.all(Array.from({ length: times }, () => spend(client)))).filter((one) => one.allowed).length;

test('a client gets exactly its quota in a window, over any number of replicas, and again in the next', async () => {
  const property = fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (quota) => {
    const { clock, spend } = start(quota);
    expect(await allowed(spend, quota + 50)).toBe(quota);
    clock.ms += WINDOW_MS;
    expect(await allowed(spend, quota + 50)).toBe(quota);
  });
  await fc.assert(property, { numRuns: 20 });
  const { each } = start(600, 3);
  let sum = 0;
  for (let n = 0; n < 900; n += 1) sum += await allowed(each[n % 3]!, 1);
  expect(sum).toBe(600);
});

test('a hundred requests cost one call to the store, and a client that is over its limit none', async () => {
  const { shared, spend } = start(10_000);
  expect(await allowed(spend, 10_000)).toBe(10_000);
  expect(shared.queries).toBe(100);
  await allowed(spend, 5000);
  expect(shared.queries).toBe(100);
});

test('clients do not spend the quota of others', async () => {
  const { spend } = start(5);
  expect([await allowed(spend, 9, 'a'), await allowed(spend, 9, 'b')]).toEqual([5, 5]);
});

test('what is left and when the window ends is returned with each request', async () => {
  const { clock, spend } = start(3);
  expect(await spend('a')).toEqual({ allowed: true, remaining: 2, endsInMs: WINDOW_MS });
  clock.ms += 1000;
  expect(await spend('a')).toEqual({ allowed: true, remaining: 1, endsInMs: WINDOW_MS - 1000 });
  await spend('a');
  expect(await spend('a')).toEqual({ allowed: false, remaining: 0, endsInMs: WINDOW_MS - 1000 });
});

test('while the store is unavailable each replica counts by itself, and tries again after a window', async () => {
  const { clock, shared, spend } = start(50);
  shared.away = true;
  expect(await allowed(spend, 80)).toBe(50);
  expect(shared.queries).toBe(1);
  shared.away = false;
  clock.ms += WINDOW_MS;
  expect(await allowed(spend, 80)).toBe(50);
  expect(shared.queries).toBe(51);
});

test('the number of tracked clients is bounded', async () => {
  const { shared, spend } = start(1, 1, 10);
  for (let n = 0; n < 1000; n += 1) expect(await allowed(spend, 1, `client ${n}`)).toBe(1);
  shared.queries = 0;
  expect(await allowed(spend, 1, 'client 999')).toBe(0);
  expect(shared.queries).toBe(0);
  // Dropped here, not in the store.
  expect(await allowed(spend, 1, 'client 0')).toBe(0);
  expect(shared.queries).toBe(1);
});
