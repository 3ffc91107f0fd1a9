export type BackoffOptions = { firstMs: number; maxMs: number };

/**
 * Exponential backoff with equal jitter: between half and all of min(maxMs, firstMs·2^attempt).
 * @param attempt counts from 0
 * @param random a number in [0, 1)
 * @returns milliseconds to wait
 */
export const backoffMs = (attempt: number, options: BackoffOptions, random: number): number => {
  const ceiling = Math.min(options.maxMs, options.firstMs * 2 ** Math.min(attempt, 30));
  return Math.round(ceiling / 2 + (random * ceiling) / 2);
};

/**
 * The waits of attempts in a row, which double.
 * @param random gives numbers in [0, 1)
 * @returns `nextMs` is how long to wait before the next attempt; `reset` begins anew, after a success
 */
export const createBackoff = (options: BackoffOptions, random: () => number = Math.random) => {
  let attempt = 0;
  return {
    nextMs: (): number => backoffMs(attempt++, options, random()),
    reset: (): void => {
      attempt = 0;
    },
  };
};

const STABLE_MS = 30_000;
const RESTART_BACKOFF = { firstMs: 500, maxMs: 10_000 };

/**
 * How long to wait before something that ended by itself is started again: not at all after it ran for half a minute;
 * each time it ends sooner, longer, up to ten seconds.
 * @param random gives numbers in [0, 1)
 * @returns takes how long it ran, gives how long to wait, both in milliseconds
 */
export const createRestartPause = (random: () => number = Math.random): ((ranForMs: number) => number) => {
  const backoff = createBackoff(RESTART_BACKOFF, random);
  return (ranForMs) => {
    if (ranForMs <= STABLE_MS) return backoff.nextMs();
    backoff.reset();
    return 0;
  };
};

/**
 * Waits; resolves early, without an error, when the signal aborts. By the global timer, unlike `node:timers/promises`:
 * that one is deaf to a test's clock.
 */
export const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
