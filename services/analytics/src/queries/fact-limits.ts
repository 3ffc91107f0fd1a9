import { appError } from '@skillstream/errors';
import { bulkhead, isBulkheadRejectedError, isTaskCancelledError, timeout, TimeoutStrategy } from 'cockatiel';

/** How long a caller waits for an answer: after 5 s the gateway regards analytics as unavailable. */
export const PATIENCE_MS = 4000;
/** Time limit of a reading, and of waiting for capacity: it goes on when its callers have left. */
const READING_MS = 60_000;
/** How many questions are read at a time, and how many wait; the next one is refused and may be retried. */
const AT_ONCE = 2;
const WAITING = 16;
const COME_AGAIN_SECONDS = 5;

// MongoDB's code name: MaxTimeMSExpired.
const TIME_IS_UP = 50;
const isTimeUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === TIME_IS_UP;

const comeAgain = (message: string, cause?: unknown) =>
  appError('overloaded', message, { cause, context: { retryAfterSeconds: COME_AGAIN_SECONDS } });

/** The bounds of a reading: an option for MongoDB, and a check for loops over the results. */
export type FactLimit = { maxTimeMS: number; check: () => void };
type FactLimitsOptions = {
  atOnce?: number;
  waiting?: number;
  timeMs?: number;
  patienceMs?: number;
  now?: () => number;
};

/**
 * Bounds questions on the facts: how many are read at a time, for how long, and how long a caller waits. One may read
 * every posting, and hundreds may arrive while the views are unavailable.
 */
export const createFactLimits = ({
  atOnce = AT_ONCE,
  waiting = WAITING,
  timeMs = READING_MS,
  patienceMs = PATIENCE_MS,
  now = () => performance.now(),
}: FactLimitsOptions = {}) => {
  const places = bulkhead(atOnce, waiting);
  // Its error comes at once; the capacity is freed when the reading has ended, which not every server aborts.
  const bound = timeout(timeMs, TimeoutStrategy.Aggressive);
  const patience = timeout(patienceMs, TimeoutStrategy.Aggressive);
  const tooLong = (cause?: unknown) =>
    comeAgain(
      `Looking at these postings takes longer than ${timeMs / 1000} s: they are many, or MongoDB is slow. Narrow the filter, or ask again later`,
      cause,
    );
  return {
    /**
     * Reads facts.
     * @throws SkillstreamError `overloaded` when there is no capacity, or the time limit has passed
     */
    within: async <T>(read: (limit: FactLimit) => Promise<T>): Promise<T> => {
      const untilMs = now() + timeMs;
      const check = () => {
        if (now() > untilMs) throw tooLong();
      };
      const placed = () =>
        places.execute(() => {
          check();
          return read({ maxTimeMS: timeMs, check });
        });
      try {
        return await bound.execute(placed);
      } catch (error) {
        if (isBulkheadRejectedError(error))
          throw comeAgain('Too many queries read the facts: retry later', error);
        if (isTimeUp(error) || isTaskCancelledError(error)) throw tooLong(error);
        throw error;
      }
    },
    /**
     * Waits for an answer as long as a caller does, for all its readings together; they go on behind it.
     * @throws SkillstreamError `overloaded` when it takes longer
     */
    patiently: async <T>(answer: () => Promise<T>): Promise<T> => {
      try {
        return await patience.execute(answer);
      } catch (error) {
        if (!isTaskCancelledError(error)) throw error;
        throw comeAgain(
          `Looking at these postings takes longer than ${patienceMs / 1000} s, and goes on: ask again for the answer, or narrow the filter`,
          error,
        );
      }
    },
  };
};

export type FactLimits = ReturnType<typeof createFactLimits>;
