import { expect, test } from '@jest/globals';
import { hasMovedOn } from './moved-on.ts';
import type { VersionDifference } from './reconciliation-api.ts';

type StoredVersion = VersionDifference['accepted'];
const at = (version: number, retracted = false): StoredVersion => ({ version, retracted });
const as = (version: number, duplicate: boolean): StoredVersion => ({ version, retracted: false, duplicate });
const differs = (
  kind: VersionDifference['kind'],
  accepted: StoredVersion,
  counted: StoredVersion,
): VersionDifference => ({
  ...{ kind, postingId: 'a.1', accepted, counted },
});

test.each<[string, boolean, VersionDifference, VersionDifference]>([
  ['still missing', false, differs('missing', at(1), null), differs('missing', at(4), null)],
  [
    'counted at last, and changed since',
    true,
    differs('missing', at(1), null),
    differs('behind', at(4), at(1)),
  ],
  ['behind as before', false, differs('behind', at(3), at(2)), differs('behind', at(4), at(2))],
  ['counted further', true, differs('behind', at(3), at(1)), differs('behind', at(9), at(5))],
  [
    'a retraction that is not counted',
    false,
    differs('behind', at(3, true), at(3)),
    differs('behind', at(3, true), at(3)),
  ],
  [
    'a retraction that was, of a posting that came again',
    true,
    differs('behind', at(3, true), at(2)),
    differs('behind', at(4), at(3, true)),
  ],
  [
    'ingestion has what was too much',
    true,
    differs('too-much', at(3), at(4)),
    differs('behind', at(5), at(4)),
  ],
  [
    'still a duplicate here and the job there',
    false,
    differs('behind', as(3, true), as(3, false)),
    differs('behind', as(3, true), as(3, false)),
  ],
  [
    'counted at last, and yet as the job',
    false,
    differs('missing', as(3, true), null),
    differs('behind', as(3, true), as(3, false)),
  ],
  [
    'a duplicate at last, and changed since',
    true,
    differs('behind', as(3, true), as(3, false)),
    differs('behind', as(4, false), as(3, true)),
  ],
  [
    'counted as the job, and a replica of before does not say what it is',
    true,
    differs('behind', at(3), at(2)),
    differs('behind', as(4, true), as(3, false)),
  ],
  ['ingestion never knew it', false, differs('too-much', null, at(4)), differs('too-much', null, at(5))],
])('a posting that differs twice has moved on: %s: %p', (_, moved, first, now) => {
  expect(hasMovedOn(first, now)).toBe(moved);
});
