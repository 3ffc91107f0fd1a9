import { circuitBreaker, ConsecutiveBreaker, handleAll, timeout, TimeoutStrategy, wrap } from 'cockatiel';

const FAILURES = 5;
const PAUSE_MS = 1000;

/** How long somebody waits for a Redis that may be gone or slow: next to nothing, and nothing at all after a while. */
export const createPatience = (mostMs: number) => {
  const policy = wrap(
    circuitBreaker(handleAll, { breaker: new ConsecutiveBreaker(FAILURES), halfOpenAfter: PAUSE_MS }),
    timeout(mostMs, TimeoutStrategy.Aggressive),
  );
  return <T>(ask: () => Promise<T>): Promise<T> => policy.execute(ask);
};
