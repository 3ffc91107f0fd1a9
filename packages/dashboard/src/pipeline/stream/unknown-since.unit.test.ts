import { expect, test } from '@jest/globals';
import type { Connection } from './follow.ts';
import { unknownSince } from './unknown-since.ts';

const AT = Date.parse('2026-01-02T03:00:00Z');
const moment = {
  atMs: AT,
  state: { at: new Date(AT).toISOString(), via: 'redis' as const, services: [], topics: [], ledger: null },
};

test.each<[string, number, boolean, Connection['state'], number | null]>([
  ['now, a second after a snapshot', 1000, true, 'open', null],
  ['now, while the stream is opened again', 3000, true, 'connecting', null],
  ['now, after three snapshots that did not come', 3001, true, 'open', AT],
  ['now, as soon as the stream is lost', 0, true, 'lost', AT],
  ['now, as soon as it is refused', 0, true, 'refused', AT],
  ['then, though the stream was lost later', 1000, false, 'lost', null],
  ['then, in a gap of what was recorded', 9000, false, 'open', AT],
])('what was known %s: %i ms after, live %p, %s', (_, afterMs, live, state, since) =>
  expect(unknownSince(moment, AT + afterMs, live, { state })).toBe(since),
);
