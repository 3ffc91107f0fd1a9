import { SkillstreamError } from '@skillstream/errors';
import { circuitBreaker, ConsecutiveBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';
import { upstreamUnavailable } from './upstream-unavailable.ts';
import type { Upstream } from './upstreams.ts';

export type CircuitBreakerLimits = {
  /** Consecutive failures that open the circuit. */
  failures: number;
  pauseMs: number;
};

const usualLimits: CircuitBreakerLimits = { failures: 5, pauseMs: 1000 };

const isFailure = (error: unknown): boolean =>
  error instanceof SkillstreamError && error.code === 'unavailable';

/**
 * Fails fast for an upstream that fails repeatedly, and lets one request through after each pause to see whether it
 * has recovered. Any response of an upstream counts as success.
 */
export const createCircuitBreaker = (upstream: Upstream, limits: CircuitBreakerLimits = usualLimits) => {
  const circuit = circuitBreaker(handleWhen(isFailure), {
    breaker: new ConsecutiveBreaker(limits.failures),
    halfOpenAfter: limits.pauseMs,
  });
  let lastReason: unknown;
  /**
   * @param work the step that shows whether the upstream is available
   * @throws SkillstreamError `unavailable` while the circuit is open
   */
  return async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await circuit.execute(work);
    } catch (error) {
      if (isFailure(error)) lastReason = (error as SkillstreamError).context.reason;
      if (!isBrokenCircuitError(error)) throw error;
      const why = lastReason === undefined ? '' : `: ${String(lastReason)}`;
      throw upstreamUnavailable(upstream, new Error(`it failed ${limits.failures} times in a row${why}`));
    }
  };
};

export type CircuitBreaker = ReturnType<typeof createCircuitBreaker>;
