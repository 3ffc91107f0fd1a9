import { expect, test } from '@jest/globals';
import type { VersionDifference } from '@skillstream/contracts';
import { LOOKS, QUIET_LOOKS, settle } from './settle.ts';

const missing = (postingId: string, version = 1): VersionDifference => ({
  ...{ kind: 'missing', postingId, counted: null },
  accepted: { version, retracted: false },
});

/** @param at what a look finds, and whether the moment before it was quiet, by the number of the look from 1 on */
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

test('where nothing differs nobody is asked again', async () => {
  const found = await run([], () => [[], true]);
  expect(found).toEqual({ differences: [], settled: true, waits: 0, asked: [] });
});

test('what was on its way is gone at the next look, and only what still differs is looked at again', async () => {
  const [lost, late] = [missing('lost'), missing('late')];
  const found = await run([lost, late], (look) => [look < 2 ? [lost, late] : [lost], true]);
  expect(found.differences).toEqual([lost]);
  expect(found.asked.map((ids) => ids.length)).toEqual([2, 2, 1]);
  expect([found.settled, found.waits]).toEqual([true, QUIET_LOOKS]);
});

test('a difference that stands while consumers lag is not known to be one', async () => {
  const lost = missing('lost');
  const found = await run([lost], () => [[lost], false]);
  expect(found).toMatchObject({ differences: [lost], settled: false, waits: LOOKS });
});

test('quiet moments between busy ones count, as long as the posting stands still', async () => {
  const lost = missing('lost');
  const found = await run([lost], (look) => [[lost], look % 3 === 0]);
  expect(found).toMatchObject({ settled: true, waits: 3 * QUIET_LOOKS });
});

test('a posting that changes has to stand still anew', async () => {
  const found = await run([missing('a')], (look) => [[missing('a', look < 3 ? 1 : 2)], true]);
  expect(found.differences).toEqual([missing('a', 2)]);
  expect(found).toMatchObject({ settled: true, waits: 3 + QUIET_LOOKS });
});

test('a posting that changes for ever is no difference once it is counted at the version that it had first', async () => {
  const behind = (accepted: number, counted: number): VersionDifference => ({
    ...{ kind: 'behind', postingId: 'a', counted: { version: counted, retracted: false } },
    accepted: { version: accepted, retracted: false },
  });
  const found = await run([behind(5, 2)], (look) => [[behind(5 + look, 2 + look)], false]);
  expect(found).toMatchObject({ differences: [], settled: true, waits: 3 });
});

test('one that is never counted ends in a doubt, not in a claim, and not in waiting for ever', async () => {
  const found = await run([missing('a')], (look) => [[missing('a', look)], true]);
  expect(found).toMatchObject({ settled: false, waits: LOOKS });
});
