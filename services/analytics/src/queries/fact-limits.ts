import { appError } from '@skillstream/errors';
import { bulkhead, isBulkheadRejectedError, isTaskCancelledError, timeout, TimeoutStrategy } from 'cockatiel';

/**
 * Time limit of a query on the facts, and of waiting for capacity: after 5 s the gateway regards analytics as
 * unavailable.
 */
const FACTS_TIME_MS = 4000;
/** How many queries read the facts at a time, and how many wait; the next one is refused and may be retried. */
const AT_ONCE = 2;
const WAITING = 16;
const COME_AGAIN_SECONDS = 5;

// MongoDB's code name: MaxTimeMSExpired.
const TIME_IS_UP = 50;
const isTimeUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === TIME_IS_UP;

const comeAgain = (message: string, cause?: unknown) =>
  appError('overloaded', message, { cause, context: { retryAfterSeconds: COME_AGAIN_SECONDS } });

type FactLimitsOptions = { atOnce?: number; waiting?: number; timeMs?: number; now?: () => number };

/**
 * Bounds queries on the facts: how many run at a time, and for how long. One may read every posting, and hundreds may
 * arrive while the views are unavailable.
 */
export const createFactLimits = ({
  atOnce = AT_ONCE,
  waiting = WAITING,
  timeMs = FACTS_TIME_MS,
  now = () => performance.now(),
}: FactLimitsOptions = {}) => {
  const places = bulkhead(atOnce, waiting);
  // The caller gets its error at once; the capacity is freed when the query has ended, which not every server aborts.
  const patience = timeout(timeMs, TimeoutStrategy.Aggressive);
  const tooLong = (cause?: unknown) =>
    comeAgain(
      `Looking at these postings takes longer than ${timeMs / 1000} s: they are many, or MongoDB is slow. Narrow the filter, or ask again later`,
      cause,
    );
  return {
    /**
     * Runs a query on the facts.
     * @param ask receives its bounds: an option for MongoDB, and a check for loops over the results
     * @throws SkillstreamError `overloaded` when there is no capacity, or the time limit has passed
     */
    within: async <T>(ask: (limit: { maxTimeMS: number; check: () => void }) => Promise<T>): Promise<T> => {
      const untilMs = now() + timeMs;
      const check = () => {
        if (now() > untilMs) throw tooLong();
      };
      const placed = () =>
        places.execute(() => {
          check();
          return ask({ maxTimeMS: timeMs, check });
        });
      try {
        return await patience.execute(placed);
      } catch (error) {
        if (isBulkheadRejectedError(error))
          throw comeAgain('Too many queries read the facts: retry later', error);
        if (isTimeUp(error) || isTaskCancelledError(error)) throw tooLong(error);
        throw error;
      }
    },
  };
};

export type FactLimits = ReturnType<typeof createFactLimits>;
