import type { Owner } from './owner.ts';

/** What the runner knows of one assigned partition. */
export type PartitionState = {
  partition: number;
  /** null while it is being acquired. */
  owner: Owner | null;
  /** The offset to be read next, transaction markers included. */
  fetchPosition: number;
  /** Where a batch without records began that may have been asked for before the last seek; null for none. */
  doubted: number | null;
  /** The end of the log when last seen (the high watermark). */
  end: number;
  /** Failures in a row, of acquiring and of reading; each makes the wait before the next attempt longer. */
  failures: number;
  /** No longer assigned, or superseded by a newer assignment. */
  lost: boolean;
  /** Runs one thing at a time. */
  exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  /**
   * The same for what was read at an offset. While it waited for its turn, somebody may have found that reading has to
   * go on elsewhere: then it is not done.
   * @returns null when it was not
   */
  exclusiveAt: <T>(offset: number, work: () => Promise<T>) => Promise<T | null>;
};

/**
 * The state of a partition that was just assigned: not acquired, no position known (-1), nothing failed.
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
