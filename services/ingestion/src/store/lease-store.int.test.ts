import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '@skillstream/runtime';
import { openOwnDatabase } from '../../test/own-database.ts';
import { createLease } from '../outbox/lease.ts';
import { createDocuments } from './documents.ts';
import { createLeaseStore } from './lease-store.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('lease'));
});
afterAll(() => close());

test('of ten replicas that try to take a new, and then an expired lease, one gets it', async () => {
  const store = createLeaseStore(createDocuments(connection, '', silentLog()), 'lease');
  const leases = Array.from({ length: 10 }, (_, i) => createLease(store, `replica-${i}`, 100));
  for (const nowMs of [0, 100, 200]) {
    const got = await Promise.all(leases.map((lease) => lease.acquire(nowMs)));
    expect(got.filter(Boolean)).toHaveLength(1);
    expect(leases.filter((lease) => lease.held(nowMs))).toHaveLength(1);
  }
});

test('an owner that lost its lease learns it at the next renewal', async () => {
  const store = createLeaseStore(createDocuments(connection, '', silentLog()), 'taken');
  const [a, b] = [createLease(store, 'a', 100), createLease(store, 'b', 100)];
  await a.acquire(0);
  expect(await b.acquire(100)).toBe(true);
  expect(await a.renew(101)).toBe(false);
  expect(await b.renew(102)).toBe(true);
});
