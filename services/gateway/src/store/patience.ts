import { circuitBreaker, ConsecutiveBreaker, handleAll, timeout, TimeoutStrategy, wrap } from 'cockatiel';

// What is asked for has another way to come by within milliseconds: a Redis that takes longer is of no use.
const PATIENCE_MS = 100;
const FAILURES = 5;
const PAUSE_MS = 1000;

/** How long somebody waits for a Redis that may be gone or slow: next to nothing, and nothing at all after a while. */
export const createPatience = () => {
  const policy = wrap(
    circuitBreaker(handleAll, { breaker: new ConsecutiveBreaker(FAILURES), halfOpenAfter: PAUSE_MS }),
    timeout(PATIENCE_MS, TimeoutStrategy.Aggressive),
  );
  return <T>(ask: () => Promise<T>): Promise<T> => policy.execute(ask);
};
