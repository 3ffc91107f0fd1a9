import type { VersionDifference } from './reconciliation-api.ts';

type StoredVersion = VersionDifference['accepted'];

const reaches = (now: StoredVersion, then: StoredVersion): boolean =>
  now !== null &&
  then !== null &&
  (now.version > then.version || (now.version === then.version && now.retracted === then.retracted));

/**
 * Whether a posting that differs on two readings has moved on: the side that was behind has reached what the other
 * side had on the first reading. So a posting that changes all the time is no loss, although its two sides are never
 * seen equal.
 * @param first the difference on the first reading; `now`: the difference on the second
 */
export const hasMovedOn = (first: VersionDifference, now: VersionDifference): boolean =>
  first.kind === 'too-much' ? reaches(now.accepted, first.counted) : reaches(now.counted, first.accepted);
