import { expect, test } from '@jest/globals';
import type { BoardState } from '@skillstream/contracts';
import { platformListText } from './platform-sources.ts';

const at = '2026-01-02T03:04:05.000Z';
const boats: BoardState = {
  ...{ name: 'boats', board: 'lever', account: 'boats', address: 'https://jobs.lever.co/boats' },
  ...{ state: 'waiting', everyMinutes: 60, nextRunAt: at, lastReadAt: at },
  lastRun: {
    ...{
      startedAt: at,
      endedAt: at,
      outcome: 'partial',
      reason: 'the board says 4 jobs, and its list has 2',
    },
    ...{ listed: 2, stored: 1, unchanged: 1, rejected: 0, closed: 3, filled: {}, faults: [] },
  },
};

const broken: BoardState = {
  ...{ ...boats, name: 'broken', state: 'running', lastRun: null },
  brokenOff: { at, reason: 'the lease is lost' },
};

test('a source of the platform is on one line, with what came of its last run', () => {
  const text = platformListText({
    fault: null,
    boards: [boats, { ...boats, name: 'new', lastRun: null }, broken],
  });
  const cells = text
    .split('\n')
    .filter((line) => line.startsWith('│'))
    .map((line) =>
      line
        .split('│')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(cells).toEqual([
    ['source', 'board', 'account', 'state', 'last run', 'jobs', 'new', 'closed', 'read'],
    [
      ...['boats', 'lever', 'boats', 'waiting', at, '2', '1', '3'],
      'read in part: the board says 4 jobs, and its list has 2',
    ],
    ['new', 'lever', 'boats', 'waiting', 'never', '', '', '', ''],
    [
      ...['broken', 'lever', 'boats', 'running', 'never', '', '', ''],
      `broken off at ${at}: the lease is lost`,
    ],
  ]);
});

test('a file that cannot be read is said before all, and no source is no table', () => {
  expect(platformListText({ fault: 'sources.0.name: is taken', boards: [] })).toBe(
    'the file of sources cannot be read: sources.0.name: is taken\nthe platform reads no source',
  );
  expect(platformListText({ fault: 'line 1: a\nline 2: b', boards: [] })).toBe(
    'the file of sources cannot be read:\n  line 1: a\n  line 2: b\nthe platform reads no source',
  );
});
