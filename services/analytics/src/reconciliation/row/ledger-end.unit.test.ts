import { expect, test } from '@jest/globals';
import { UNDECODABLE_SOURCE } from '@skillstream/contracts';
import { ledgerEndOf } from './ledger-end.ts';

test('sources are added up, and records that were never accepted are left out', () => {
  const source = { counted: 5, deadLettered: 2, versions: 9, deadRetractions: 1 };
  const earlier = { counted: 1, deadLettered: 0, versions: 1 };
  const undecodable = { counted: 0, deadLettered: 7, versions: 0, deadRetractions: 0 };
  const dead = [{ postingId: 'a.1', source: 'a', version: 1, retracted: false }];
  expect(
    ledgerEndOf({ lag: 0, sources: { a: source, b: earlier, [UNDECODABLE_SOURCE]: undecodable }, dead }),
  ).toEqual({
    postings: { counted: 6, 'dead-lettered': 2, 'dead-retractions': 1, 'dead-unknown': 1 },
    versions: 10,
  });
});
