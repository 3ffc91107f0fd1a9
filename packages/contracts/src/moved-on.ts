import type { VersionDifference } from './reconciliation-api.ts';

type StoredVersion = VersionDifference['accepted'];

const reaches = (now: StoredVersion, then: StoredVersion): boolean =>
  now !== null &&
  then !== null &&
  (now.version > then.version || (now.version === then.version && now.retracted === then.retracted));

/**
 * Whether a posting that differed and differs again differs in something else: the side that was behind has what the
 * other one had then. So a posting that changes all the while is no loss, although both sides are never seen alike.
 * @param first as it differed first, `now` as it differs now
 */
export const hasMovedOn = (first: VersionDifference, now: VersionDifference): boolean =>
  first.kind === 'too-much' ? reaches(now.accepted, first.counted) : reaches(now.counted, first.accepted);
