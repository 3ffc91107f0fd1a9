import { expect, test } from '@jest/globals';
import { detectBoard, type Source } from '@skillstream/boards';
import type { BoardSummary } from '../store/board-store.ts';
import { stateOf } from './boards.ts';

const address = 'https://boards.greenhouse.io/boats';
const source = (paused: boolean): Source => ({
  ...{ name: 'boats', address, paused, everyMinutes: 60, ...detectBoard(address)! },
});
const NOW = new Date('2026-01-02T03:00:00Z');
const run = { id: 'r' } as BoardSummary['run'];
const found = (more: Partial<BoardSummary>): BoardSummary => ({
  ...{ _id: 'boats', of: '', createdAt: NOW, paused: null, requestedAt: null, nextDueAt: NOW },
  ...{ validators: {}, run: null, lastRun: null, lastReadAt: null, ...more },
});

test.each<[string, Partial<BoardSummary>, boolean, object]>([
  ['waits for its time', {}, false, { state: 'waiting', nextRunAt: NOW.toISOString() }],
  ['is paused', {}, true, { state: 'paused', nextRunAt: null }],
  ['runs while a run is open', { run }, false, { state: 'running' }],
  ['runs while one is open, though its file pauses it', { run }, true, { state: 'running' }],
  [
    'says why its run was broken off',
    { run, brokenOff: { at: NOW, reason: 'the lease is lost', retryAt: NOW } },
    false,
    { state: 'running', brokenOff: { at: NOW.toISOString(), reason: 'the lease is lost' } },
  ],
  [
    'runs at once where somebody asked for it',
    { requestedAt: NOW },
    false,
    { state: 'waiting', nextRunAt: null },
  ],
])('a source %s', (_, state, paused, shown) => {
  expect(stateOf(source(paused), found(state))).toMatchObject(shown);
});

test('a source without an open run says nothing of one that was broken off, also where a release before ended it', () => {
  const brokenOff = { at: NOW, reason: 'the lease is lost', retryAt: NOW };
  expect(stateOf(source(false), found({ brokenOff }))).not.toHaveProperty('brokenOff');
});
