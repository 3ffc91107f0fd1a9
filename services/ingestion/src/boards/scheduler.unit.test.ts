import { expect, test } from '@jest/globals';
import { boardOf } from '@skillstream/boards';
import { appError } from '@skillstream/errors';
import { silentLog } from '@skillstream/runtime';
import type { Intake } from '../intake/intake.ts';
import type { LeaseState } from '../outbox/lease.ts';
import type { BoardStore, BoardSummary } from '../store/board-store.ts';
import type { BoardDocument } from '../store/documents.ts';
import { noneFilled } from './filled.ts';
import { createScheduler } from './scheduler.ts';

const NOW = new Date('2026-01-02T03:00:00Z');
const address = 'https://boards.greenhouse.io/boats';
const source = { name: 'boats', address, paused: false, everyMinutes: 60, ...boardOf(address) };
const run = {
  ...{ id: 'r', by: 'here', startedAt: NOW, at: NOW, page: null, jobs: [] },
  counts: { stored: 0, unchanged: 0, rejected: 0, filled: noneFilled(), faults: [] },
};
const board: BoardDocument = {
  ...{ _id: 'boats', of: '', createdAt: NOW, paused: null, requestedAt: null, nextDueAt: null, run: null },
  ...{ validators: {}, listed: [], lastRun: null, lastReadAt: null },
};

test.each([
  ['fails', false, 'breakOff'],
  ['ends with its replica', true, 'handOver'],
])('that a run %s is noted before its lease is released', async (_, stops, noted) => {
  const calls: string[] = [];
  const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let state: LeaseState | null = null;
  const store: Partial<BoardStore> = {
    ensure: async () => new Map<string, BoardSummary>([['boats', board]]),
    begin: async () => ({ board: { ...board, run }, run, isResumed: false }),
    end: async () => Promise.reject(appError('unavailable', 'it cannot be stored')),
    breakOff: async () => void calls.push('breakOff'),
    handOver: async () => void calls.push('handOver'),
  };
  const scheduler = createScheduler({
    file: { read: async () => ({ contact: null, sources: [source], fault: null }) },
    store: store as BoardStore,
    close: async () => 0,
    leaseStoreOf: () => ({
      read: async () => state,
      create: async (next) => {
        state = next;
        return true;
      },
      swap: async (_expected, next) => {
        if (next.owner === null) {
          calls.push('release');
          released.resolve();
        }
        state = next;
        return true;
      },
    }),
    intake: {} as Intake,
    fetcherOf:
      () =>
      async (_address, { signal } = {}) => {
        begun.resolve();
        if (!stops) return { status: 'unchanged' };
        await new Promise((resolve) => signal!.addEventListener('abort', resolve));
        throw appError('unavailable', 'it was stopped');
      },
    ...{ leaseMs: 60_000, lookEveryMs: 60_000, now: () => NOW, log: silentLog() },
    ...{ onOutcome: () => undefined, onLook: () => undefined },
  });
  scheduler.start();
  await begun.promise;
  if (!stops) await released.promise;
  await scheduler.stop();
  expect(calls).toEqual([noted, 'release']);
});
