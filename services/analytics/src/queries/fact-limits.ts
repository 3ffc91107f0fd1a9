import { appError } from '@skillstream/errors';
import { bulkhead, isBulkheadRejectedError, isTaskCancelledError, timeout, TimeoutStrategy } from 'cockatiel';

/**
 * So long a question may take of the facts, and of waiting for them: after 5 s the gateway takes analytics for away.
 */
const FACTS_TIME_MS = 4000;
/** So many questions look at the facts at a time, and so many wait; the next is told to come again. */
const AT_ONCE = 2;
const WAITING = 16;
const COME_AGAIN_SECONDS = 5;

// MongoDB's own word for it: MaxTimeMSExpired.
const TIME_IS_UP = 50;
const isTimeUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === TIME_IS_UP;

const comeAgain = (message: string, cause?: unknown) =>
  appError('overloaded', message, { cause, context: { retryAfterSeconds: COME_AGAIN_SECONDS } });

type FactLimitsOptions = { atOnce?: number; waiting?: number; timeMs?: number; now?: () => number };

/**
 * Bounds what questions take of the facts: how many there are at a time, and how long each may look. They may cost a
 * look at every posting, and come by the hundred while views are away.
 */
export const createFactLimits = ({
  atOnce = AT_ONCE,
  waiting = WAITING,
  timeMs = FACTS_TIME_MS,
  now = () => performance.now(),
}: FactLimitsOptions = {}) => {
  const places = bulkhead(atOnce, waiting);
  // The asker is told; the place is free when the question has really ended, which not every server cuts short.
  const patience = timeout(timeMs, TimeoutStrategy.Aggressive);
  const tooLong = (cause?: unknown) =>
    comeAgain(
      `To look at so many postings takes longer than ${timeMs / 1000} s: narrow the filter, or ask when the views are built`,
      cause,
    );
  return {
    /**
     * Runs a question that looks at the facts.
     * @param ask is given what bounds it: an option for MongoDB, and a check for loops over what was found
     * @throws SkillstreamError `overloaded` where there is no place, or time is up
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
          throw comeAgain('As many questions look at the facts as may: ask again', error);
        if (isTimeUp(error) || isTaskCancelledError(error)) throw tooLong(error);
        throw error;
      }
    },
  };
};

export type FactLimits = ReturnType<typeof createFactLimits>;
