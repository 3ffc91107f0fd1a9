import type { LogRecord } from '../record.ts';

/**
 * One assignment of one partition. The runner creates a new owner after every rebalance and after every error, so an
 * owner reads its position from the store once, in `acquire`, and may rely on its memory from then on.
 */
export type Owner = {
  /** The offset to read next when the assignment begins. */
  next: number;
  /**
   * Processes records in order.
   * @param upTo the last offset of the batch, including records that the broker filtered out (transaction markers)
   * @returns the offset to read next: `upTo + 1`, or another one where the stored state is elsewhere
   */
  take: (records: LogRecord[], upTo: number) => Promise<number>;
  /**
   * Called once a second, also when the log is quiet: compares what the store has with what is expected.
   * @param fetched the offset that would be read next
   * @param end the end of the log when last seen; -1 when not seen yet
   * @returns where to continue when the stored state is elsewhere, otherwise null
   */
  check?: (fetched: number, end: number) => Promise<number | null>;
  release?: () => Promise<void>;
};

/** Creates the owner of a partition; when it throws, the runner tries again later. */
export type Acquire = (partition: number) => Promise<Owner>;
