import { expect, test } from '@jest/globals';
import type { Ledger } from '@skillstream/contracts';
import { freshnessText } from './freshness.ts';

const total = { source: 'total', accepted: 2, pending: 0, inFlight: 0, counted: 2, deadLettered: 0 };
const ledger = (change: Partial<Ledger>): Ledger => ({
  ...{ rows: [], total, idle: true, balanced: true },
  ...change,
});
const away = [{ part: 'tagging', reason: 'it waits for kafka', ageSeconds: 75 }];

test.each<[string, Ledger | null, string]>([
  ['all accepted is counted', ledger({}), 'caught up'],
  ['something is pending or lags', ledger({ idle: false, balanced: false }), 'more may be on its way'],
  ['a service is unavailable', ledger({ idle: false, balanced: false, away }), 'more may be on its way'],
  ['something is missing', ledger({ balanced: false }), 'some is missing, as skillstream status shows'],
  ['the ledger is not available', null, 'whether more is on its way is not known'],
])('an answer is called caught up only where nothing accepted is left: %s', (_, found, said) => {
  expect(freshnessText(found)).toBe(said);
});
