import { appError, loggedError } from '@skillstream/errors';
import { type Log } from '@skillstream/runtime';
import { withPatience } from '../patience.ts';
import type { PartitionEnds } from './lag.ts';

export type LogRangeDeps = {
  topic: string;
  log: Log;
  ends: () => Promise<PartitionEnds[]>;
  /**
   * Whether a log that ends before the fetch position is a new one, to be read from its start; otherwise that is an
   * error.
   */
  restartsWithLog: boolean;
};

/** How often a position must be found beyond the end; a leader that was just elected may not know its end yet. */
const LOOKS = 5;
// One partition without a leader delays the response for all. Reading then begins unchecked.
const ENDS_PATIENCE_MS = 5000;

/**
 * Checks fetch positions against the offsets that the log has. For one out of range kafkajs would start anywhere, and
 * overwrite the group's committed offset.
 */
export const createLogRange = ({ topic, log, ends, restartsWithLog }: LogRangeDeps) => {
  let asked: Promise<PartitionEnds[]> | null = null;
  const beyond = new Map<number, number>();

  const askEnds = (): Promise<PartitionEnds[]> => {
    const clear = () => void (asked = null);
    return (asked ??= withPatience(ENDS_PATIENCE_MS, ends, () => undefined)
      .catch((error: unknown) => {
        log.warn(
          { topic, error: loggedError(error) },
          'offsets of the log unknown: fetch position not checked',
        );
        return [];
      })
      .finally(clear));
  };

  return {
    /**
     * Checks where to start reading.
     * @param next the offset that the owner wants to read next
     * @returns the offset to start at: `next`, or the start of the log where that is later or the log is a new one
     * @throws SkillstreamError `unavailable` when the log ends before `next`, until that is certain, or permanently
     */
    begin: async (partition: number, next: number): Promise<number> => {
      const found = (await askEnds()).find((one) => one.partition === partition);
      if (!found) return next;
      const { low, high } = found;
      if (next <= high) {
        beyond.delete(partition);
        if (next < low)
          log.warn(
            { topic, partition, next, low, skipped: low - next },
            'the log starts after the fetch position: deleted records are skipped',
          );
        return Math.max(next, low);
      }
      const looks = (beyond.get(partition) ?? 0) + 1;
      beyond.set(partition, looks);
      if (looks < LOOKS || !restartsWithLog) {
        if (looks === LOOKS)
          log.error(
            { topic, partition, next, high },
            'the log was truncated: it ends before the fetch position',
          );
        throw appError('unavailable', `the log ends at ${high}, before the fetch position ${next}`);
      }
      beyond.delete(partition);
      log.error(
        { topic, partition, next, low, high },
        'the log was truncated: treated as a new log and read from its start',
      );
      return low;
    },
  };
};
