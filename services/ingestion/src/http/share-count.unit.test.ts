import { expect, test } from '@jest/globals';
import { shareCount } from './share-count.ts';

/** Computations that a test ends one by one. */
const createSearches = () => {
  const begun: PromiseWithResolvers<number>[] = [];
  let most = 0;
  let now = 0;
  const search = async () => {
    const one = Promise.withResolvers<number>();
    begun.push(one);
    most = Math.max(most, (now += 1));
    try {
      return await one.promise;
    } finally {
      now -= 1;
    }
  };
  return { search, begun, most: () => most };
};
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('however many callers there are, one computation runs at a time, and one more is queued', async () => {
  const { search, begun, most } = createSearches();
  const { within } = shareCount(search, () => 0);
  const first = within(0);
  const later = Array.from({ length: 50 }, () => within(0));
  const anyAge = within(1000);
  begun[0]!.resolve(1);
  expect([await first, await anyAge]).toEqual([1, 1]);
  await settle();
  expect(begun.length).toBe(2);
  const latest = within(0);
  begun[1]!.resolve(2);
  expect(new Set(await Promise.all(later))).toEqual(new Set([2]));
  await settle();
  begun[2]!.resolve(3);
  expect([await latest, begun.length, most()]).toEqual([3, 3, 1]);
});

test('a result is shared for as long as the caller allows, from when it was started', async () => {
  let nowMs = 0;
  let count = 0;
  const { within, tookMs } = shareCount(
    async () => {
      nowMs += 10;
      return (count += 1);
    },
    () => nowMs,
  );
  expect([await within(100), await within(100), tookMs()]).toEqual([1, 1, 10]);
  nowMs = 99;
  expect(await within(100)).toBe(1);
  nowMs = 100;
  expect([await within(100), await within(0)]).toEqual([2, 3]);
});

test('a computation that fails rejects all its callers, and the next one starts afresh', async () => {
  const { search, begun } = createSearches();
  const { within } = shareCount(search, () => 0);
  const [first, second] = [within(0), within(0)];
  begun[0]!.reject(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await settle();
  begun[1]!.resolve(2);
  expect(await second).toBe(2);
});
