import { loggedError, SkillstreamError } from '@skillstream/errors';
import type { Narrate } from '@skillstream/runtime';
import {
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import { upstreamUnavailable } from './upstream-unavailable.ts';
import type { Upstream } from './upstreams.ts';

export type CircuitBreakerLimits = {
  /** Consecutive failures that open the circuit. */
  failures: number;
  pauseMs: number;
  /** Reported as open for so long after the last failure, at least. */
  shownMs: number;
};

const usualLimits: CircuitBreakerLimits = { failures: 5, pauseMs: 1000, shownMs: 30_000 };

const isFailure = (error: unknown): boolean =>
  error instanceof SkillstreamError && error.code === 'unavailable';

/** What work throws whose caller left before the upstream had shown anything: neither success nor failure of it. */
export const callerLeft = new Error('The caller left before the upstream had shown whether it is available');
// The same of a probe. cockatiel takes what it does not handle for a success there, and
// would close the circuit by it: the circuit stays open instead, and the next request after the pause tries.
const probeLeft = new Error(callerLeft.message);

/**
 * Fails fast for an upstream that fails repeatedly, and lets one request through after each pause to see whether it
 * has recovered. Any response of an upstream counts as success.
 */
export const createCircuitBreaker = (
  upstream: Upstream,
  limits: CircuitBreakerLimits = usualLimits,
  narrate: Narrate = () => undefined,
) => {
  const circuit = circuitBreaker(
    handleWhen((error) => isFailure(error) || error === probeLeft),
    {
      breaker: new ConsecutiveBreaker(limits.failures),
      halfOpenAfter: limits.pauseMs,
    },
  );
  let lastReason: unknown;
  let isOpen = false;
  let openedMs = -Infinity;
  // It opens again after each attempt that fails: that is no news.
  circuit.onBreak((failure) => {
    openedMs = Date.now();
    if (isOpen) return;
    isOpen = true;
    const reason = 'error' in failure ? loggedError(failure.error) : '';
    narrate({ type: 'breaker.opened', upstream, reason });
  });
  circuit.onReset(() => {
    isOpen = false;
    narrate({ type: 'breaker.closed', upstream });
  });
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    const isProbe = circuit.state === CircuitState.HalfOpen;
    try {
      return await work();
    } catch (error) {
      throw isProbe && error === callerLeft ? probeLeft : error;
    }
  };
  /**
   * @param work the step that shows whether the upstream is available; it throws `callerLeft` where nobody waits for
   *   that any more
   * @throws SkillstreamError `unavailable` while the circuit is open; what `work` throws
   */
  const execute = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await circuit.execute(() => attempt(work));
    } catch (error) {
      if (error === probeLeft) throw callerLeft;
      if (isFailure(error)) lastReason = (error as SkillstreamError).context.reason;
      if (!isBrokenCircuitError(error)) throw error;
      const why = lastReason === undefined ? '' : `: ${String(lastReason)}`;
      throw upstreamUnavailable(upstream, new Error(`it failed ${limits.failures} times in a row${why}`));
    }
  };
  /**
   * `open` while requests are refused: also while a probe is under way, and some time after each failure, or it would
   * come and go with the pauses while an upstream is away that few ask. `half-open` when nobody has asked since, and
   * the next request tries: cockatiel says open until then, for hours where nobody comes.
   */
  const state = (): 'closed' | 'open' | 'half-open' => {
    if (circuit.state === CircuitState.Closed) return 'closed';
    const isOver = Date.now() - openedMs >= Math.max(limits.pauseMs, limits.shownMs);
    return circuit.state === CircuitState.Open && isOver ? 'half-open' : 'open';
  };
  return Object.assign(execute, { state });
};

export type CircuitBreaker = ReturnType<typeof createCircuitBreaker>;
