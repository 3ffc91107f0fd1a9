import { expect, test } from '@jest/globals';
import { createErasing, type ErasingDeps, type ErasingStore, type FoundPosting } from './erasing.ts';
import { newRun, type ErasureRun } from './run.ts';

const now = new Date('2026-01-01T00:00:00Z');

/** One run in memory, without postings. */
const oneRun = (changes: Partial<ErasureRun>) => {
  let run: ErasureRun = { ...newRun('acme', { runId: 'run', chosen: null, total: 0, now }), ...changes };
  const store: ErasingStore = {
    due: async () => (run.state === 'running' ? [run] : []),
    idsAfter: async () => [],
    live: async () => [],
    retract: async () => 0,
    wipeSignatures: async () => undefined,
    countErased: async () => 0,
    isPending: async () => false,
    repeatLetters: async () => undefined,
    advance: async (_, more) => {
      run = { ...run, ...more };
      return true;
    },
    end: async () => void (run = { ...run, state: 'ended' }),
  };
  return { store, present: () => run };
};
const erasingOf = (store: ErasingStore, more: Partial<ErasingDeps>) =>
  createErasing({
    store,
    ...{ readersPassed: async () => true, findLetters: async (runs) => runs.map(() => []) },
    eraseLetters: async () => ({ letters: 0, unmigrated: 0 }),
    ...{ onStored: () => undefined, isCrowded: () => false, onFailed: () => undefined },
    ...{ newId: () => 'next', now: () => now, pauseMs: () => 0 },
    ...more,
  });

test('a run never gives up: what it is to erase, and what waits behind it, is known to nobody else', async () => {
  const { store, present } = oneRun({ phase: 'readers', chosen: ['abc'], again: { chosen: ['def'] } });
  const readersPassed = async () => {
    throw new Error('Kafka is gone');
  };
  const erasing = erasingOf(store, { readersPassed });
  for (let i = 0; i < 100; i += 1) await erasing.step();
  expect(present()).toMatchObject({ state: 'running', failures: 100, reason: expect.any(String) });
  while (await erasingOf(store, {}).step());
  expect(present()).toMatchObject({ state: 'ended', chosen: ['abc'], again: { chosen: ['def'] } });
});

test('a crash between a retraction and its signature leaves no words in the signature', async () => {
  const { store, present } = oneRun({ phase: 'postings' });
  let [live, wiped, crashed] = [true, false, false];
  const posting = { document: { _id: 'acme.1' }, text: {} } as unknown as FoundPosting;
  const crashing: ErasingStore = {
    ...store,
    idsAfter: async (_, after) => (after === null ? ['acme.1'] : []),
    live: async () => (live ? [posting] : []),
    retract: async () => {
      live = false;
      return 1;
    },
    wipeSignatures: async () => {
      wiped = crashed;
      crashed = true;
      if (!wiped) throw new Error('the primary stepped down');
    },
  };
  const erasing = erasingOf(crashing, {});
  while (present().state === 'running') await erasing.step();
  expect({ live, wiped }).toEqual({ live: false, wiped: true });
});

test('readers that are not there yet are no failure, and end a row of them', async () => {
  const { store, present } = oneRun({ phase: 'readers', failures: 7, reason: 'Kafka was gone' });
  expect(await erasingOf(store, { readersPassed: async () => false }).step()).toBe(false);
  expect(present()).toMatchObject({ state: 'running', phase: 'readers', failures: 0, reason: null });
});
