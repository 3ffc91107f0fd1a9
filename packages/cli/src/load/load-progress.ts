import type { Ledger } from '@skillstream/contracts';
import type { Progress } from '../terminal/progress.ts';

/**
 * How far a load is: bytes of postings that have their answer, of all that there will be. That is known when the file
 * was read; until then it is told by how much of the file was read for as many.
 * @param readSoFar how much of the file was read, and how long it is, in one unit (packed bytes, say); total 0:
 * unknown
 */
export const createLoadProgress = (readSoFar: () => { done: number; total: number }) => {
  let taken = 0;
  let answered = 0;
  return {
    /** A posting of so many bytes was read. */
    read: (bytes: number): void => void (taken += bytes),
    /** One was answered. */
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
 * How many of the postings that a load had accepted are counted, by the sums of versions: each accepted posting makes
 * the sum at ingestion one higher, and later that at analytics. What was on its way before the load comes first, and
 * what others send stands in the same queue, so that this is at the least so many.
 * @param before the ledger before the load, null where nobody could give it
 * @param accepted by this load
 * @returns null where the ledger does not tell versions
 */
export const countedOfLoad = (before: Ledger | null, now: Ledger, accepted: number): number | null => {
  if (!before?.versions || !now.versions) return null;
  // Ingestion's sum may be a few seconds old; all of this load stands in it, whether it says so yet or not.
  const sum = Math.max(now.versions.accepted, before.versions.accepted + accepted);
  return Math.min(accepted, Math.max(0, accepted - (sum - now.versions.counted)));
};
