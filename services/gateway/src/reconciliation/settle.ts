import { isDeepStrictEqual } from 'node:util';
import { hasMovedOn, type VersionDifference } from '@skillstream/contracts';

export type SettleDeps = {
  /** What differs of these postings now. */
  look: (postingIds: string[]) => Promise<VersionDifference[]>;
  /** Whether all that was published before the question has been tagged and counted. */
  isQuiet: () => Promise<boolean>;
  wait: () => Promise<void>;
};

/** Looks at most; some ten seconds with the pauses between them. */
export const LOOKS = 20;
/** Quiet looks in a row of changes that a difference has to stand still over: one proves it, if lags were exact. */
export const QUIET_LOOKS = 3;

/**
 * Looks at differences again until each is gone, or stands still while nothing is on its way that explains it. What
 * was not pending when it was looked at is in the log, if it ever will be; a quiet moment after that says that
 * everything in the log has been counted; and a look after that one shows whether this posting has. One that changes
 * all the while is gone once each side has what the other had first: it was counted, and what came since is not asked
 * about.
 * @returns those that stand, and whether all of them are known to be real: else consumers lag
 */
export const settle = async (
  first: VersionDifference[],
  { look, isQuiet, wait }: SettleDeps,
): Promise<{ differences: VersionDifference[]; settled: boolean }> => {
  let standing = first.map((difference) => ({ first: difference, difference, quietLooks: 0 }));
  const settled = () => standing.every(({ quietLooks }) => quietLooks >= QUIET_LOOKS);
  for (let looks = 0; looks < LOOKS && !settled(); looks += 1) {
    await wait();
    const quiet = await isQuiet();
    const ids = standing.map(({ difference }) => difference.postingId);
    const found = new Map((await look(ids)).map((difference) => [difference.postingId, difference]));
    standing = standing.flatMap(({ first, difference, quietLooks }) => {
      const again = found.get(difference.postingId);
      if (!again || hasMovedOn(first, again)) return [];
      if (!isDeepStrictEqual(again, difference)) return [{ first, difference: again, quietLooks: 0 }];
      return [{ first, difference, quietLooks: quietLooks + (quiet ? 1 : 0) }];
    });
  }
  return { differences: standing.map(({ difference }) => difference), settled: settled() };
};
