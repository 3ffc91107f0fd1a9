import type { LogRecord } from '../record.ts';

/**
 * One assignment of one partition. The runner makes a new one after every rebalance and after every error, so an
 * owner reads the truth about its position once, in `acquire`, and may trust its own memory from then on.
 */
export type Owner = {
  /** The offset to read next when the ownership begins. */
  next: number;
  /**
   * Takes records in order.
   * @param upTo the last offset of the batch, records that the broker hid (transaction markers) included
   * @returns the offset to read next: `upTo + 1`, or another where the state turned out to be elsewhere
   */
  take: (records: LogRecord[], upTo: number) => Promise<number>;
  /**
   * Called once a second, also on a quiet log: compares what the store holds with what is expected.
   * @param fetched the offset that would be read next
   * @param end the end of the log when last seen; -1 when not seen yet
   * @returns where to read on when the state is elsewhere, else null
   */
  check?: (fetched: number, end: number) => Promise<number | null>;
  release?: () => Promise<void>;
};

/** Makes the owner of a partition; throwing means: try again later. */
export type Acquire = (partition: number) => Promise<Owner>;
