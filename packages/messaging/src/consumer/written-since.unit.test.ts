import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OLDEST_AGE_MS, writtenSince } from './written-since.ts';

const NOW = 1_764_000_000_000;

/** A log of records with these ages in ms, oldest first, and how often it was asked. */
const logOf = (agesMs: Record<number, readonly number[]>) => {
  let lookups = 0;
  const at = async (timeMs: number) => {
    lookups += 1;
    return new Map(
      Object.entries(agesMs).map(([partition, ages]) => {
        const index = ages.findIndex((age) => NOW - age >= timeMs);
        return [Number(partition), index < 0 ? ages.length : index] as const;
      }),
    );
  };
  return { at, lookups: () => lookups };
};

test('the age of the next record is found to a second or a twentieth, whatever the other records are', async () => {
  const ages = fc.array(fc.integer({ min: 0, max: OLDEST_AGE_MS - 1 }), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(fc.array(ages, { minLength: 1, maxLength: 12 }), fc.nat(), async (partitions, at) => {
      const sorted = partitions.map((one) => [...one].sort((a, b) => b - a));
      const next = new Map(sorted.map((one, partition) => [partition, at % one.length]));
      const found = await writtenSince(next, NOW, logOf({ ...sorted }).at);
      for (const [partition, one] of sorted.entries()) {
        const ageMs = one[at % one.length]!;
        const seenMs = NOW - found.get(partition)!;
        expect(Math.abs(seenMs - ageMs)).toBeLessThanOrEqual(Math.max(1000, ageMs / 20) + 1);
      }
    }),
  );
});

test('what waits for longer than a week is a week old', async () => {
  const found = await writtenSince(new Map([[0, 0]]), NOW, logOf({ 0: [30 * OLDEST_AGE_MS] }).at);
  expect(found.get(0)).toBe(NOW - OLDEST_AGE_MS);
});

test('twelve partitions that are equally far behind cost no more lookups than one', async () => {
  const one = logOf({ 0: [42_000] });
  await writtenSince(new Map([[0, 0]]), NOW, one.at);
  const all = logOf(Object.fromEntries([...Array(12).keys()].map((partition) => [partition, [42_000]])));
  await writtenSince(new Map([...Array(12).keys()].map((partition) => [partition, 0])), NOW, all.at);
  expect(all.lookups()).toBe(one.lookups());
});

test('nothing is looked up where nothing waits', async () => {
  const log = logOf({});
  expect(await writtenSince(new Map(), NOW, log.at)).toEqual(new Map());
  expect(log.lookups()).toBe(0);
});
