import type { Ledger } from '@skillstream/contracts';
import type { Progress } from '../terminal/progress.ts';

/**
 * The progress of a load: bytes of postings that have their result, of all bytes of postings. That total is known when
 * the file was read; until then it is estimated from how much of the file they took.
 * @param readSoFar how much of the file was read, and its length, in one unit (compressed bytes, say); total 0:
 *   unknown
 */
export const createLoadProgress = (readSoFar: () => { done: number; total: number }) => {
  let taken = 0;
  let answered = 0;
  return {
    /** Adds a posting of so many bytes that was read. */
    read: (bytes: number): void => void (taken += bytes),
    /** Adds one that has its result. */
    answered: (bytes: number): void => void (answered += bytes),
    now: (): Pick<Progress, 'done' | 'total'> => {
      const { done, total } = readSoFar();
      const share = total > 0 ? Math.min(1, done / total) : 0;
      return { done: answered, total: share > 0 ? taken / share : 0 };
    },
  };
};

export type LoadProgress = ReturnType<typeof createLoadProgress>;

/**
 * How many of the postings that a load had accepted are counted, by the sums of versions: each accepted posting raises
 * the sum at ingestion by one, and later that at analytics. What was in flight before the load comes first, and
 * postings of others share the same queue, so this is a lower bound.
 * @param before the ledger before the load, null where there was none
 * @param accepted by this load
 * @returns null where the ledger has no versions
 */
export const countedOfLoad = (before: Ledger | null, now: Ledger, accepted: number): number | null => {
  if (!before?.versions || !now.versions) return null;
  // Ingestion's sum may be a few seconds old; it includes all of this load, whether it shows it yet or not.
  const sum = Math.max(now.versions.accepted, before.versions.accepted + accepted);
  return Math.min(accepted, Math.max(0, accepted - (sum - now.versions.counted)));
};
