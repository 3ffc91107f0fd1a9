import { expect, test } from '@jest/globals';
import type { Ledger } from '@skillstream/contracts';
import { unknownSourceText } from './source-names.ts';

const row = { accepted: 1, pending: 0, inFlight: 0, counted: 0, deadLettered: 0, retracted: 1 };
const ledgerOf = (names: string[], change: Partial<Ledger> = {}): Ledger => ({
  rows: names.map((source) => ({ source, ...row })),
  total: { source: '(total)', ...row },
  ...{ idle: true, balanced: true, ...change },
});
const away = [{ part: 'ingestion', reason: 'x', ageSeconds: 9 }];

test.each<[string, Ledger | null, string | null]>([
  ['one that all was retracted of', ledgerOf(['acme', 'nordwnd']), null],
  [
    'one that is misspelt',
    ledgerOf(['acme', 'hn', 'nordwind']),
    'there is no source nordwnd: nothing was ever taken from it; there are nordwind, acme, hn',
  ],
  [
    'one of many',
    ledgerOf(['a', 'b', 'c', 'd', 'e', 'f', 'n']),
    'there is no source nordwnd: nothing was ever taken from it; there are n, a, b, c, d and 2 more',
  ],
  [
    'one beside one',
    ledgerOf(['acme']),
    'there is no source nordwnd: nothing was ever taken from it; there is acme',
  ],
  [
    'one before anything is loaded',
    ledgerOf([]),
    'there is no source nordwnd: nothing was ever taken from it; there is none yet',
  ],
  ['one while ingestion is away', ledgerOf([], { away }), null],
  ['one without a ledger', null, null],
])('a source is called unknown only where the ledger has none of its name: %s', (_, ledger, text) => {
  expect(unknownSourceText('nordwnd', ledger)).toBe(text);
});
