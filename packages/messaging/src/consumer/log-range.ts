import { appError, loggedError } from '@skillstream/errors';
import { type Log } from '@skillstream/runtime';
import { withPatience } from '../patience.ts';
import type { PartitionEnds } from './lag.ts';

export type LogRangeDeps = {
  topic: string;
  log: Log;
  ends: () => Promise<PartitionEnds[]>;
  /** Whether a log that ends before the position is a new one, to be read from its start; else it is an error. */
  restartsWithLog: boolean;
};

/** How often a position must be seen beyond the end; a leader that has just changed may not know its end yet. */
const LOOKS = 5;
// One partition without a leader holds up the answer for all. Then reading begins unchecked.
const ENDS_PATIENCE_MS = 5000;

/**
 * Holds positions against what the log still has. Outside of it kafkajs would begin anywhere, and overwrite the
 * group's committed offset.
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
          'the ends of the log are not known: position not checked',
        );
        return [];
      })
      .finally(clear));
  };

  return {
    /**
     * @param next the offset that the owner wants to read next
     * @returns the offset to begin with: `next`, or the log's start where that is later, or where the log is a new one
     * @throws SkillstreamError `unavailable` when the log ends before `next`, until it is certain, or for good
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
            'the log begins later than the position: what was deleted between is skipped',
          );
        return Math.max(next, low);
      }
      const looks = (beyond.get(partition) ?? 0) + 1;
      beyond.set(partition, looks);
      if (looks < LOOKS || !restartsWithLog) {
        if (looks === LOOKS)
          log.error(
            { topic, partition, next, high },
            'the log has lost its end: it ends before the position',
          );
        throw appError('unavailable', `the log ends at ${high}, before the position ${next}`);
      }
      beyond.delete(partition);
      log.error(
        { topic, partition, next, low, high },
        'the log has lost its end: it is taken as a new log, and read from its start',
      );
      return low;
    },
  };
};
