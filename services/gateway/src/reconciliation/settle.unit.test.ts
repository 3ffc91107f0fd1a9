import { expect, test } from '@jest/globals';
import type { VersionDifference } from '@skillstream/contracts';
import { MAX_COMPARISONS, STABLE_COMPARISONS, settle } from './settle.ts';

const missing = (postingId: string, version = 1): VersionDifference => ({
  ...{ kind: 'missing', postingId, counted: null },
  accepted: { version, retracted: false },
});

/** @param at what a comparison finds, and whether the moment before it was quiet, by its number from 1 on */
const run = async (first: VersionDifference[], at: (look: number) => [VersionDifference[], boolean]) => {
  let waits = 0;
  const asked: string[][] = [];
  const result = await settle(first, {
    wait: async () => void (waits += 1),
    isQuiet: async () => at(waits)[1],
    look: async (ids) => {
      asked.push(ids);
      return at(waits)[0].filter(({ postingId }) => ids.includes(postingId));
    },
  });
  return { ...result, waits, asked };
};

test('where nothing differs there is no second comparison', async () => {
  const found = await run([], () => [[], true]);
  expect(found).toEqual({ differences: [], settled: true, waits: 0, asked: [] });
});

test('what was in flight is gone at the next comparison, and only what still differs is compared again', async () => {
  const [lost, late] = [missing('lost'), missing('late')];
  const found = await run([lost, late], (look) => [look < 2 ? [lost, late] : [lost], true]);
  expect(found.differences).toEqual([lost]);
  expect(found.asked.map((ids) => ids.length)).toEqual([2, 2, 1]);
  expect([found.settled, found.waits]).toEqual([true, STABLE_COMPARISONS]);
});

test('a difference that remains while consumers lag is not known to be real', async () => {
  const lost = missing('lost');
  const found = await run([lost], () => [[lost], false]);
  expect(found).toMatchObject({ differences: [lost], settled: false, waits: MAX_COMPARISONS });
});

test('quiet moments between busy ones count, as long as the posting does not change', async () => {
  const lost = missing('lost');
  const found = await run([lost], (look) => [[lost], look % 3 === 0]);
  expect(found).toMatchObject({ settled: true, waits: 3 * STABLE_COMPARISONS });
});

test('a posting that changes has to be stable anew', async () => {
  const found = await run([missing('a')], (look) => [[missing('a', look < 3 ? 1 : 2)], true]);
  expect(found.differences).toEqual([missing('a', 2)]);
  expect(found).toMatchObject({ settled: true, waits: 3 + STABLE_COMPARISONS });
});

test('a posting that keeps changing is no difference once it is counted at its first version', async () => {
  const behind = (accepted: number, counted: number): VersionDifference => ({
    ...{ kind: 'behind', postingId: 'a', counted: { version: counted, retracted: false } },
    accepted: { version: accepted, retracted: false },
  });
  const found = await run([behind(5, 2)], (look) => [[behind(5 + look, 2 + look)], false]);
  expect(found).toMatchObject({ differences: [], settled: true, waits: 3 });
});

test('a posting that is never counted ends unsettled, not in a claim, and not in waiting forever', async () => {
  const found = await run([missing('a')], (look) => [[missing('a', look)], true]);
  expect(found).toMatchObject({ settled: false, waits: MAX_COMPARISONS });
});
