import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { waitUntilCounted } from '../src/load/wait-until-counted.ts';
import { startFakeGateway } from './fake-gateway.ts';

let gateway: Awaited<ReturnType<typeof startFakeGateway>>;
beforeEach(async () => {
  gateway = await startFakeGateway();
});
afterEach(() => gateway.stop());

const wait = (limits: { lastingMs: number; stuckMs: number }, onLedger = () => {}) =>
  waitUntilCounted({ at: { address: gateway.url, token: async () => null }, onLedger, ...limits });

test('a balance counts from when it was first seen, once it has lasted', async () => {
  gateway.ledgers.push(false, true, false, true);
  let asked = 0;
  const startedMs = performance.now();
  const countedMs = await wait({ lastingMs: 300, stuckMs: 60_000 }, () => (asked += 1));
  // The first balance did not last; the second was seen by the fourth question.
  expect(asked).toBeGreaterThan(4);
  expect(countedMs! - startedMs).toBeGreaterThan(500);
  expect(performance.now() - countedMs!).toBeGreaterThanOrEqual(300);
});

test('a ledger that stands still out of balance is an error, not an endless wait', async () => {
  gateway.ledgers.push(...Array.from({ length: 100 }, () => false));
  await expect(wait({ lastingMs: 0, stuckMs: 300 })).rejects.toThrow('the ledger does not balance');
});
