import { describe, expect, test } from '@jest/globals';
import type { AnalyticsRow, IngestionRow, PostingVersion } from '@skillstream/contracts';
import { sumLedger } from './sum-ledger.ts';
import { withoutOutdated } from './without-outdated.ts';

const still = { lag: 0 };
const deadAt = (version: number, retracted = false): AnalyticsRow => ({
  ...still,
  sources: {
    hn: {
      counted: 0,
      deadLettered: 1,
      versions: retracted ? 0 : version,
      deadRetractions: retracted ? 1 : 0,
    },
  },
  dead: [{ postingId: 'hn.1', source: 'hn', version, retracted }],
});
const has = (version: number, retracted = false): PostingVersion[] => [
  { postingId: 'hn.1', version, retracted, pending: false },
];
const taken = (version: number, retracted = false): IngestionRow => ({
  sources: {
    hn: { accepted: 1, pending: 0, versions: retracted ? 0 : version, retracted: retracted ? 1 : 0 },
  },
});

describe('a dead letter at version 2 of which the facts hold nothing', () => {
  test.each<[string, IngestionRow, AnalyticsRow, PostingVersion[], object]>([
    [
      'is the outcome of the posting, while that is its version',
      taken(2),
      deadAt(2),
      has(2),
      { balanced: true, total: { deadLettered: 1, missing: 0, inFlight: 0 } },
    ],
    [
      'no longer counts once it was retracted, though log and facts lost that',
      taken(3, true),
      deadAt(2),
      has(3, true),
      { balanced: true, total: { deadLettered: 0, retracted: 1, inFlight: 0 } },
    ],
    [
      'does not hide a newer version that is missing',
      taken(3),
      deadAt(2),
      has(3),
      { balanced: false, total: { deadLettered: 0, missing: 1 } },
    ],
    [
      'was a retraction, of a posting that was accepted again and is missing',
      taken(3),
      deadAt(2, true),
      has(3),
      { balanced: false, total: { deadLettered: 0, retracted: 0, missing: 1 } },
    ],
    [
      'stays where ingestion does not know the posting',
      { sources: {} },
      deadAt(2),
      [],
      { balanced: false, total: { deadLettered: 1 } },
    ],
  ])('%s', (_, ingestion, analytics, known, expected) => {
    expect(sumLedger(ingestion, still, withoutOutdated(analytics, known))).toMatchObject(expected);
  });

  test('without a lookup at ingestion the ledger would be one below permanently', () => {
    expect(sumLedger(taken(3, true), still, deadAt(2))).toMatchObject({
      balanced: false,
      total: { inFlight: -1 },
    });
  });
});

test('a source that is called as something that every object has loses its dead letter like any other', () => {
  const row = { counted: 1, deadLettered: 1, versions: 3, deadRetractions: 0 };
  const line: AnalyticsRow = {
    ...{ lag: 0, sources: Object.fromEntries([['constructor', row]]) },
    dead: [{ postingId: 'c.1', source: 'constructor', version: 2, retracted: false }],
  };
  const found = withoutOutdated(line, [{ postingId: 'c.1', version: 3, retracted: true, pending: false }]);
  expect(Object.entries(found.sources)).toEqual([['constructor', { ...row, deadLettered: 0, versions: 1 }]]);
});
