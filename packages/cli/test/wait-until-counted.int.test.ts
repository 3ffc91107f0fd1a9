import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { waitUntilCounted, type CountedOptions } from '../src/load/wait-until-counted.ts';
import { startFakeGateway } from './fake-gateway.ts';

let gateway: Awaited<ReturnType<typeof startFakeGateway>>;
beforeEach(async () => {
  gateway = await startFakeGateway();
});
afterEach(() => gateway.stop());

const wait = (options: Partial<CountedOptions>, onLedger = () => {}) =>
  waitUntilCounted({ at: { address: gateway.url, token: async () => null }, onLedger, ...options });

test('a balance counts from when it was first seen, once it has lasted', async () => {
  gateway.ledgers.push(false, true, false, true);
  let asked = 0;
  const startedMs = performance.now();
  const countedMs = await wait({ lastingMs: 300, stuckMs: 60_000 }, () => (asked += 1));
  // The first balance did not last; the second was seen by the fourth request.
  expect(asked).toBeGreaterThan(4);
  expect(countedMs! - startedMs).toBeGreaterThan(500);
  expect(performance.now() - countedMs!).toBeGreaterThanOrEqual(300);
});

test('a ledger that stands still out of balance is an error, not an endless wait', async () => {
  gateway.ledgers.push(...Array.from({ length: 100 }, () => false));
  await expect(wait({ lastingMs: 0, stuckMs: 300 })).rejects.toThrow('the ledger does not balance');
});

const consumerAt = (next: number) => ({
  ...{ group: 'analytics-views', topic: 't', lag: 100 - next, caughtUp: false },
  partitions: [{ partition: 0, next, end: 100, lag: 100 - next }],
});

test('when nothing moves although nothing is missing, patience runs out, and the service that waits is named', async () => {
  gateway.ledgers.push(...Array.from({ length: 1000 }, () => 'moving' as const));
  const redis = { ok: false, detail: 'connect ECONNREFUSED' };
  const analytics = { ready: false, checks: { kafka: { ok: true }, redis } };
  gateway.tellStatus(() => ({ services: { analytics }, consumers: [consumerAt(7)] }));
  const heard: string[] = [];
  const onWaiting = (reason: string) => void heard.push(reason);
  await expect(wait({ stuckMs: 100, patienceMs: 1500, lookMs: 100, onWaiting })).rejects.toThrow(
    /^nothing has moved for \d+ s, and not all is counted: analytics waits for redis \(connect ECONNREFUSED\)$/,
  );
  expect(heard).toEqual(['analytics waits for redis (connect ECONNREFUSED)']);
});

test('while a consumer reads on, the wait goes on, though the ledger does not change', async () => {
  gateway.ledgers.push(...Array.from({ length: 20 }, () => 'moving' as const));
  let next = 0;
  gateway.tellStatus(() => ({ services: {}, consumers: [consumerAt((next += 1))] }));
  const countedMs = await wait({ lastingMs: 0, stuckMs: 100, patienceMs: 2500, lookMs: 0 });
  expect(countedMs).not.toBeNull();
  expect(next).toBeGreaterThan(10);
});

test('a gateway that gives no ledger ends the wait as well', async () => {
  await gateway.stop();
  const waiting = wait({ stuckMs: 100, patienceMs: 600 });
  await expect(waiting).rejects.toThrow('not all is counted: the ledger is not available');
  gateway = await startFakeGateway();
});
