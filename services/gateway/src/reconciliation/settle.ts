import { isDeepStrictEqual } from 'node:util';
import { hasMovedOn, type VersionDifference } from '@skillstream/contracts';

export type SettleDeps = {
  /** The present differences of these postings. */
  look: (postingIds: string[]) => Promise<VersionDifference[]>;
  /** Whether everything that was published before the call has been tagged and counted. */
  isQuiet: () => Promise<boolean>;
  wait: () => Promise<void>;
};

/** The most comparisons; some ten seconds with the pauses between them. */
export const MAX_COMPARISONS = 20;
/** Quiet comparisons that a difference must survive unchanged: one would prove it, if lags were exact. */
export const STABLE_COMPARISONS = 3;

/**
 * Compares differences again until each is gone, or stays the same while nothing in flight can explain it. A version
 * that was not pending when it was compared is in the log; a quiet moment after that means that everything in the log
 * has been counted; and a comparison after that shows whether this posting was. A posting that keeps changing is
 * resolved once each side has reached the first version of the other: that was counted, and later versions are not in
 * question.
 * @returns the remaining differences, and whether all of them are known to be real; otherwise consumers lag
 */
export const settle = async (
  first: VersionDifference[],
  { look, isQuiet, wait }: SettleDeps,
): Promise<{ differences: VersionDifference[]; settled: boolean }> => {
  let standing = first.map((difference) => ({ first: difference, difference, quietLooks: 0 }));
  const settled = () => standing.every(({ quietLooks }) => quietLooks >= STABLE_COMPARISONS);
  for (let looks = 0; looks < MAX_COMPARISONS && !settled(); looks += 1) {
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
