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
 * The pauses between consecutive attempts, which double.
 * @param random returns numbers in [0, 1)
 * @returns `nextMs` is the pause before the next attempt; `reset` starts over, after a success
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
 * The pause before a process that exited by itself is restarted: none if it ran for at least half a minute; otherwise
 * longer each time, up to ten seconds.
 * @param random returns numbers in [0, 1)
 * @returns a function from the run time to the pause, both in milliseconds
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
 * Waits; resolves early, without an error, when the signal aborts. Uses the global timer, which the fake timers of
 * tests replace, unlike `node:timers/promises`.
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
