import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { createProgress, keepLease } from './keep-lease.ts';

/** A lease that is renewed at once, or never; time passes only when the test says so. */
const harness = (renew: () => Promise<boolean> = async () => true) => {
  let atMs = 0;
  let renewals = 0;
  let held = true;
  const nowMs = () => atMs;
  const lease = {
    renew: () => {
      renewals += 1;
      return renew();
    },
    held: () => held,
  };
  const progress = createProgress(nowMs);
  const over = new AbortController();
  return {
    progress,
    over,
    keeping: keepLease({ lease, leaseMs: 3, patienceMs: 100, nowMs }, progress, over.signal),
    renewals: () => renewals,
    pass: (ms: number) => void (atMs += ms),
    expire: () => void (held = false),
  };
};

test('as long as there is progress the lease is renewed', async () => {
  const { progress, over, keeping, renewals, pass } = harness();
  for (let turn = 1; turn <= 5; turn += 1) {
    pass(90);
    progress.made();
    const before = renewals();
    await until('it is renewed', () => renewals() > before);
  }
  over.abort();
  await keeping;
});

test('without progress for longer than the timeout, the leadership ends', async () => {
  const { keeping, renewals, pass } = harness();
  pass(100);
  await until('it is renewed', () => renewals() > 0);
  pass(1);
  await expect(keeping).rejects.toMatchObject({ code: 'timeout' });
});

test('a renewal that fails, or hangs, ends the leadership when the lease expires, and not before', async () => {
  for (const renew of [
    () => Promise.reject(new Error('away')),
    () => new Promise<boolean>(() => undefined),
  ]) {
    const { keeping, renewals, expire } = harness(renew);
    await until('it goes on for some time', () => renewals() > 2);
    expire();
    await expect(keeping).rejects.toMatchObject({ code: 'fenced' });
  }
});

test('a renewal that is refused ends the leadership', async () => {
  await expect(harness(async () => false).keeping).rejects.toMatchObject({ code: 'fenced' });
});
