import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLease, type LeaseState, type LeaseStore } from './lease.ts';

const LEASE_MS = 100;

const inMemory = (): LeaseStore => {
  let state: LeaseState | null = null;
  return {
    read: async () => state,
    create: async (next) => {
      if (state) return false;
      state = next;
      return true;
    },
    swap: async (expected, next) => {
      if (state?.owner !== expected.owner || state.expiresAtMs !== expected.expiresAtMs) return false;
      state = next;
      return true;
    },
  };
};

test('a lease that is neither renewed nor released is free when it expires, not before', async () => {
  const store = inMemory();
  const [a, b] = [createLease(store, 'a', LEASE_MS), createLease(store, 'b', LEASE_MS)];
  expect(await a.acquire(0)).toBe(true);
  expect(await b.acquire(99)).toBe(false);
  expect([a.held(99), a.held(100)]).toEqual([true, false]);
  expect(await b.acquire(100)).toBe(true);
  expect(await a.renew(101)).toBe(false);
});

test('a lease whose owner is gone, with its clock an hour ahead, is free once it was unchanged for its duration', async () => {
  const store = inMemory();
  const [a, b] = [createLease(store, 'a', LEASE_MS), createLease(store, 'b', LEASE_MS)];
  const aheadMs = 3_600_000;
  expect(await a.acquire(aheadMs)).toBe(true);
  expect(await b.acquire(0)).toBe(false);
  await a.renew(aheadMs + 60);
  expect([await b.acquire(60), await b.acquire(160)]).toEqual([false, false]);
  expect(await b.acquire(161)).toBe(true);
});

test('a released lease is taken at once', async () => {
  const store = inMemory();
  const [a, b] = [createLease(store, 'a', LEASE_MS), createLease(store, 'b', LEASE_MS)];
  await a.acquire(0);
  await a.release();
  expect(a.held(1)).toBe(false);
  expect(await b.acquire(1)).toBe(true);
});

test('whatever three replicas do, at most one of them holds the lease', async () => {
  const step = fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    what: fc.constantFrom('acquire', 'renew', 'release'),
    laterMs: fc.integer({ min: 0, max: 60 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const store = inMemory();
      const leases = ['a', 'b', 'c'].map((owner) => createLease(store, owner, LEASE_MS));
      let nowMs = 0;
      for (const { who, what, laterMs } of steps) {
        nowMs += laterMs;
        if (what === 'acquire') await leases[who]!.acquire(nowMs);
        if (what === 'renew') await leases[who]!.renew(nowMs);
        if (what === 'release') await leases[who]!.release();
        expect(leases.filter((lease) => lease.held(nowMs)).length).toBeLessThanOrEqual(1);
      }
    }),
  );
});
