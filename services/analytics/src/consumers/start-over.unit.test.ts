import { expect, test } from '@jest/globals';
import { DELETE_RETENTION_MS } from '@skillstream/contracts';
import { reasonToStartOver } from './start-over.ts';

const NOW = 1_700_000_000_000;
const checkpoint = (change = {}) => ({ position: 9, log: 'c/2', seenMs: NOW, ...change });

test.each([
  ['no checkpoint', null, 10, null],
  ['at the end', checkpoint(), 10, null],
  ['behind', checkpoint({ position: 3 }), 10, null],
  ['nothing taken, nothing there', checkpoint({ position: -1 }), 0, null],
  ['another log', checkpoint({ log: 'd/2' }), 10, /belongs to the log d\/2/],
  ['one beyond the end', checkpoint(), 9, /recreated/],
  ['an empty log', checkpoint({ position: 0 }), 0, /recreated/],
  ['half the retention ago', checkpoint({ seenMs: NOW - DELETE_RETENTION_MS / 2 }), 10, null],
  ['longer ago', checkpoint({ seenMs: NOW - DELETE_RETENTION_MS / 2 - 1 }), 10, /stood still/],
])('a projection resumes only on its own log: %s', (_, found, end, reason) => {
  const given = reasonToStartOver(found, 'c/2', end, NOW);
  if (reason === null) expect(given).toBeNull();
  else expect(given).toMatch(reason);
});
