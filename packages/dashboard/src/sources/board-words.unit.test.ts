import { expect, test } from '@jest/globals';
import type { BoardRun, BoardState } from '@skillstream/contracts';
import { filledFields } from '@skillstream/contracts';
import { timeOfDay } from '../format/times.ts';
import { fieldNames, filledShares, stateWord, tookMs, troublesOf } from './board-words.ts';

const NOW = '2026-01-02T03:00:00.000Z';
const run = (outcome: BoardRun['outcome']): BoardRun => ({
  ...{ startedAt: '2026-01-02T02:00:00.000Z', endedAt: '2026-01-02T02:00:04.200Z', outcome, reason: null },
  ...{ listed: 10, stored: 3, unchanged: 5, rejected: 2, closed: 0, faults: [] },
  filled: { title: 8, country: 2 },
});
const LATER = '2026-01-02T04:00:00.000Z';

test.each<[string, string, Pick<BoardState, 'state' | 'lastRun' | 'nextRunAt'>]>([
  [
    'running',
    'being read, whatever its last run was',
    { state: 'running', lastRun: run('partial'), nextRunAt: null },
  ],
  [
    'paused',
    'paused, whatever its last run was',
    { state: 'paused', lastRun: run('partial'), nextRunAt: null },
  ],
  ['fails', 'read in part', { state: 'waiting', lastRun: run('partial'), nextRunAt: LATER }],
  ['due', 'never read', { state: 'waiting', lastRun: null, nextRunAt: null }],
  ['due', 'to be read by now', { state: 'waiting', lastRun: run('complete'), nextRunAt: NOW }],
  ['waiting', 'to be read later', { state: 'waiting', lastRun: run('unchanged'), nextRunAt: LATER }],
])('%s is the word for a source that is %s', (word, _, board) =>
  expect(stateWord(board, Date.parse(NOW))).toBe(word),
);

test('it is said why the run that is open was broken off, and why the last one was not read to its end', () => {
  const brokenOff = { at: NOW, reason: 'the lease is lost' };
  const broken = `The run that is open was broken off (${timeOfDay(NOW)}): the lease is lost`;
  const partial = { ...run('partial'), reason: 'it responded with 500' };
  expect(troublesOf({ lastRun: partial, brokenOff })).toEqual([broken, 'it responded with 500']);
  expect(troublesOf({ lastRun: null, brokenOff })).toEqual([broken]);
  expect(troublesOf({ lastRun: run('complete') })).toEqual([]);
});

test('the share of a field is of the postings that the run knows, and none where it knows none', () => {
  expect(filledShares(run('complete'))).toEqual({ of: 8, shares: [1, 0, 0.25, 0, 0, 0, 0] });
  const nothing = { stored: 0, unchanged: 0, filled: {} };
  expect(filledShares(nothing)).toEqual({ of: 0, shares: filledFields.map(() => null) });
});

test('every field that is counted has a column', () =>
  expect(Object.keys(fieldNames)).toEqual([...filledFields]));

test('a run took from its beginning to its end, and no time where the clock was set back', () => {
  expect(tookMs(run('complete'))).toBe(4200);
  expect(tookMs({ startedAt: LATER, endedAt: NOW })).toBe(0);
});
