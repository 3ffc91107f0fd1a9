import type { Owner } from './owner.ts';
import type { Untaken } from './untaken.ts';

/** What the runner knows about one assigned partition. */
export type PartitionState = {
  partition: number;
  /** null while it is being acquired. */
  owner: Owner | null;
  /** The offset to be read next, transaction markers included. */
  fetchPosition: number;
  /** Start of an empty batch that may have been fetched before the last seek; null for none. */
  doubted: number | null;
  /** The end of the log when last seen: the last stable offset, or the high watermark that came with a batch. */
  end: number;
  untaken: Untaken;
  /** Consecutive failures, of acquiring and of reading; each lengthens the wait before the next attempt. */
  failures: number;
  /** No longer assigned, or superseded by a newer assignment. */
  lost: boolean;
  /** Runs one task at a time. */
  exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  /**
   * The same for what was read at an offset. While the task waited, an earlier one may have found that reading has to
   * continue elsewhere: then it is skipped.
   * @returns null when it was skipped
   */
  exclusiveAt: <T>(offset: number, work: () => Promise<T>) => Promise<T | null>;
};

/**
 * Creates the state of a partition that was just assigned: not acquired, position unknown (-1), no failures.
 * @param partition its number in the topic that the runner consumes
 */
export const createPartitionState = (partition: number): PartitionState => {
  let tail: Promise<unknown> = Promise.resolve();
  const state: PartitionState = {
    partition,
    owner: null,
    fetchPosition: -1,
    doubted: null,
    end: -1,
    untaken: { headMs: null, takenMs: null, caughtUpMs: null },
    failures: 0,
    lost: false,
    exclusive: (work) => {
      const run = tail.then(work, work);
      tail = run.catch(() => undefined);
      return run;
    },
    exclusiveAt: (offset, work) =>
      state.exclusive(async () => (state.fetchPosition === offset ? work() : null)),
  };
  return state;
};
