import { expect, test } from '@jest/globals';
import { oneAtATime } from './one-at-a-time.ts';

const setUp = () => {
  const [begun, ends]: [number[], (() => void)[]] = [[], []];
  let [running, most] = [0, 0];
  const look = async (): Promise<number> => {
    const mine = begun.push(begun.length);
    most = Math.max(most, (running += 1));
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
    return mine;
  };
  const looking = oneAtATime(look);
  const end = async () => {
    ends.shift()!();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ...looking, begun, end, most: () => most };
};

test('thirty that ask while one looks share the next look, which begins after the last of them asked', async () => {
  const { ask, idle, begun, end, most } = setUp();
  const first = ask();
  const others = Array.from({ length: 30 }, () => ask());
  expect(begun).toHaveLength(1);
  await end();
  expect(await first).toBe(1);
  expect(begun).toHaveLength(2);
  const late = ask();
  await end();
  expect(new Set(await Promise.all(others))).toEqual(new Set([2]));
  await end();
  expect(await late).toBe(3);
  expect([most(), idle()]).toEqual([1, true]);
});

test('a look that fails fails those who asked for it, and the next is another', async () => {
  let failing = true;
  const { ask } = oneAtATime(async () => {
    if (failing) throw new Error('away');
    return 'there';
  });
  const [first, second] = [ask(), ask()];
  await expect(first).rejects.toThrow('away');
  failing = false;
  expect(await second).toBe('there');
});

test('looks keep their distance, however often somebody asks', async () => {
  const begun: number[] = [];
  let nowMs = 0;
  const look = async () => {
    begun.push(nowMs);
    nowMs += 3;
  };
  const wait = async (ms: number) => void (nowMs += ms);
  const { ask } = oneAtATime(look, { everyMs: 20, now: () => nowMs, wait });
  for (let i = 0; i < 5; i += 1) await Promise.all([ask(), ask(), ask()]);
  expect(begun).toEqual(begun.map((_, i) => i * 20));
  nowMs = 1000;
  await ask();
  expect(begun.at(-1)).toBe(1000);
});
