import { circuitBreaker, ConsecutiveBreaker, handleAll, timeout, TimeoutStrategy, wrap } from 'cockatiel';

const FAILURES = 5;
const PAUSE_MS = 1000;

/** Timeouts for a Redis that may be down or slow: very short, and no attempts at all after repeated failures. */
export const createRedisPolicy = (mostMs: number) => {
  const policy = wrap(
    circuitBreaker(handleAll, { breaker: new ConsecutiveBreaker(FAILURES), halfOpenAfter: PAUSE_MS }),
    timeout(mostMs, TimeoutStrategy.Aggressive),
  );
  return <T>(ask: () => Promise<T>): Promise<T> => policy.execute(ask);
};
