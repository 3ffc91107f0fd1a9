import { SkillstreamError } from '@skillstream/errors';
import { circuitBreaker, ConsecutiveBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';
import { upstreamUnavailable } from './upstream-unavailable.ts';
import type { Upstream } from './upstreams.ts';

export type CircuitBreakerLimits = {
  /** Failures in a row after which an upstream is not asked for a while. */
  failures: number;
  pauseMs: number;
};

const usualLimits: CircuitBreakerLimits = { failures: 5, pauseMs: 1000 };

const isFailure = (error: unknown): boolean =>
  error instanceof SkillstreamError && (error.code === 'unavailable' || error.code === 'timeout');

/**
 * Answers for an upstream that fails again and again without asking it, and lets one request through after each pause
 * to see whether it is back. Whatever an upstream answers is no failure.
 */
export const createCircuitBreaker = (upstream: Upstream, limits: CircuitBreakerLimits = usualLimits) => {
  const circuit = circuitBreaker(handleWhen(isFailure), {
    breaker: new ConsecutiveBreaker(limits.failures),
    halfOpenAfter: limits.pauseMs,
  });
  let lastReason: unknown;
  /**
   * @param work the step that shows whether the upstream is there
   * @throws SkillstreamError `unavailable` while it is given up
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
