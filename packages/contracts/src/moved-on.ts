import type { VersionDifference } from './reconciliation-api.ts';

type StoredVersion = VersionDifference['accepted'];

// What one of them does not say, as a replica of an earlier release, differs in nothing.
const isAlike = (now: boolean | undefined, then: boolean | undefined): boolean =>
  now === undefined || then === undefined || now === then;

const reaches = (now: StoredVersion, then: StoredVersion): boolean => {
  if (now === null || then === null || now.version < then.version) return false;
  if (now.version > then.version) return true;
  return now.retracted === then.retracted && isAlike(now.duplicate, then.duplicate);
};

/**
 * Whether a posting that differs on two readings has moved on: the side that was behind has reached what the other
 * side had on the first reading. So a posting that changes all the time is no loss, although its two sides are never
 * seen equal.
 * @param first the difference on the first reading; `now`: the difference on the second
 */
export const hasMovedOn = (first: VersionDifference, now: VersionDifference): boolean =>
  first.kind === 'too-much' ? reaches(now.accepted, first.counted) : reaches(now.counted, first.accepted);
