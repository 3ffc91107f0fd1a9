import { describe, expect, test } from '@jest/globals';
import { checkEnd, type EndState } from './check-end.ts';

const row = (source: string, accepted: number, more = {}) => ({
  ...{ source, accepted, pending: 0, inFlight: 0, counted: accepted, deadLettered: 0 },
  ...more,
});
const state = (more: Partial<EndState> = {}): EndState => ({
  ledger: { rows: [row('good', 2), row('attack', 3)], total: row('', 5), idle: true, balanced: true },
  verified: { state: 'done', differenceCount: 0, differences: [] },
  differing: 0,
  accepted: new Map([
    ['good', new Set(['good.1', 'good.2'])],
    ['attack', new Set(['attack.1'])],
  ]),
  good: 'good',
  ...more,
});
const { ledger, verified } = state();
const withRows = (...rows: ReturnType<typeof row>[]) => ({ ledger: { ...ledger, rows } });

test('an end at which everything is accounted for has no finding', () => {
  expect(checkEnd(state())).toEqual([]);
});

describe('it says no to', () => {
  test.each<[string, Partial<EndState>, string]>([
    ['a ledger that is not balanced', { ledger: { ...ledger, balanced: false } }, 'ledger'],
    [
      'an accepted posting that the ledger does not know',
      withRows(row('good', 2), row('attack', 0)),
      'ledger',
    ],
    ['a source that it does not know', withRows(row('good', 2)), 'ledger'],
    [
      'a good posting that is not counted',
      withRows(row('good', 2, { counted: 1 }), row('attack', 3)),
      'ledger',
    ],
    ['a good posting too much', withRows(row('good', 3), row('attack', 3)), 'ledger'],
    ['a number that is not that of the log', { verified: { ...verified, differenceCount: 1 } }, 'verify'],
    ['a verification that failed', { verified: { ...verified, state: 'failed' } }, 'verify'],
    ['a posting that two services do not know alike', { differing: 1 }, 'reconciliation'],
  ])('%s', (_what, more, kind) => {
    expect(checkEnd(state(more)).map((found) => found.kind)).toEqual([kind]);
  });
});
