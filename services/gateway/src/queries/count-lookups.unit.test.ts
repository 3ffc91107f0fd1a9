import { expect, test } from '@jest/globals';
import type { GivenResult } from './cached-results.ts';
import { createLookups } from './count-lookups.ts';

const given = (from: GivenResult['from'], staleMs: number | null = null): GivenResult => ({
  result: { status: 200, contentType: 'application/json', tag: null, body: '{}' },
  ...{ from, staleMs },
});

test('a query is a hit where a cache had its result, and a miss where it was asked for, stale, or failed', async () => {
  const { counted, counts } = createLookups();
  for (const one of [
    ...[given('memory'), given('redis'), given('flight')],
    ...[given('analytics'), given('memory', 5000)],
  ])
    expect(await counted(async () => one)).toBe(one);
  await expect(counted(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(counts()).toEqual({ hits: 3, misses: 3 });
});

test('a query under way is neither: no count ever falls', async () => {
  const { counted, counts } = createLookups();
  await counted(async () => given('memory'));
  const gate = Promise.withResolvers<GivenResult>();
  const waiting = counted(() => gate.promise);
  expect(counts()).toEqual({ hits: 1, misses: 0 });
  gate.resolve(given('analytics'));
  await waiting;
  expect(counts()).toEqual({ hits: 1, misses: 1 });
});
