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
  [
    'postings wait to be linked',
    ledger({ linking: { waiting: 104 } }),
    'all postings are counted, but 104 postings are still to be compared: the number of jobs is not final',
  ],
  [
    'one is, and more moves',
    ledger({ idle: false, balanced: false, linking: { waiting: 1 } }),
    'more may be on its way, and 1 posting is still to be compared: the number of jobs is not final',
  ],
  [
    'so many wait that they are not counted further',
    ledger({ linking: { waiting: 10_000 } }),
    'all postings are counted, but 10,000 postings or more are still to be compared: the number of jobs is not final',
  ],
  ['none waits to be linked', ledger({ linking: { waiting: 0 } }), 'caught up'],
  ['the ledger is not available', null, 'whether more is on its way is not known'],
])('an answer is called caught up only where nothing accepted is left: %s', (_, found, said) => {
  expect(freshnessText(found)).toBe(said);
});
