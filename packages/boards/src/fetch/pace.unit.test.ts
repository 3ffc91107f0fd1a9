import { expect, test } from '@jest/globals';
import { createPace } from './pace.ts';

test('calls to one host begin at its pace, in order; another host does not wait, and a failure stops nobody', async () => {
  let nowMs = 0;
  const begun: string[] = [];
  const inTurn = createPace(1000, {
    now: () => nowMs,
    sleep: async (ms) => void (nowMs += ms),
  });
  const call = (host: string, name: string, fails = false) =>
    inTurn(host, async () => {
      begun.push(`${name} at ${nowMs}`);
      if (fails) throw new Error(name);
    }).catch(() => undefined);
  await Promise.all([call('a', 'a1'), call('a', 'a2', true), call('b', 'b1')]);
  await call('a', 'a3');
  expect(begun).toEqual(['a1 at 0', 'b1 at 0', 'a2 at 1000', 'a3 at 2000']);
});
