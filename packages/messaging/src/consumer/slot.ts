import type { Owner } from './owner.ts';

/** What the runner knows of one assigned partition. */
export type Slot = {
  partition: number;
  /** null while it is being acquired. */
  owner: Owner | null;
  /** The offset to be read next, transaction markers included. */
  fetchPosition: number;
  /** The end of the log when last seen (the high watermark). */
  end: number;
  /** Failures in a row. */
  failures: number;
  /** No longer assigned, or superseded by a newer assignment. */
  lost: boolean;
  /** Runs one thing at a time. */
  exclusive: <T>(work: () => Promise<T>) => Promise<T>;
};

export const createSlot = (partition: number): Slot => {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    partition,
    owner: null,
    fetchPosition: -1,
    end: -1,
    failures: 0,
    lost: false,
    exclusive: (work) => {
      const run = tail.then(work, work);
      tail = run.catch(() => undefined);
      return run;
    },
  };
};
