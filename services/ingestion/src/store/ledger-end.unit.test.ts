import { expect, test } from '@jest/globals';
import { ledgerEndOf } from './ledger-end.ts';

test('sources are added up; without any there are no postings, which is known', () => {
  const source = { accepted: 5, pending: 2, versions: 9, retracted: 1 };
  expect(
    ledgerEndOf({ sources: { a: source, constructor: { accepted: 1, pending: 0, versions: 1 } } }),
  ).toEqual({
    postings: { accepted: 6, pending: 2, retracted: 1 },
    versions: 10,
  });
  expect(ledgerEndOf({ sources: {} })).toEqual({
    postings: { accepted: 0, pending: 0, retracted: 0 },
    versions: 0,
  });
});
