import { expect, test } from '@jest/globals';
import { createPace } from './pace.ts';

const setUp = () => {
  let nowMs = 0;
  const begun: string[] = [];
  const { inTurn, rest } = createPace(1000, 120_000, {
    now: () => nowMs,
    sleep: async (ms) => void (nowMs += ms),
  });
  const call = (host: string, name: string, fails = false) =>
    inTurn(host, async () => {
      begun.push(`${name} at ${nowMs}`);
      if (fails) throw new Error(name);
    }).catch(() => undefined);
  return { begun, call, rest };
};

test('calls to one host begin at its pace, in order; another host does not wait, and a failure stops nobody', async () => {
  const { begun, call } = setUp();
  await Promise.all([call('a', 'a1'), call('a', 'a2', true), call('b', 'b1')]);
  await call('a', 'a3');
  expect(begun).toEqual(['a1 at 0', 'b1 at 0', 'a2 at 1000', 'a3 at 2000']);
});

test('a host that wants patience has it from all calls, and another host is asked meanwhile', async () => {
  const { begun, call, rest } = setUp();
  rest('a', 90_000);
  rest('a', 5_000);
  await call('b', 'b1');
  await Promise.all([call('a', 'a1'), call('a', 'a2')]);
  expect(begun).toEqual(['b1 at 0', 'a1 at 90000', 'a2 at 91000']);
});

test('a host that wants more patience than there is is not asked, nor waited for', async () => {
  const { begun, call, rest } = setUp();
  rest('a', 120_001);
  await call('a', 'a1');
  expect(begun).toEqual([]);
});

test('a call that is not wanted any more is not made, and waits for nothing', async () => {
  const { inTurn } = createPace(1000, 120_000, { now: () => 0, sleep: async () => undefined });
  const stop = new AbortController();
  let calls = 0;
  const call = () => inTurn('a', async () => void (calls += 1), stop.signal);
  await call();
  stop.abort(new Error('stopped'));
  await expect(call()).rejects.toThrow('stopped');
  expect(calls).toBe(1);
});
