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

/** Waits; resolves early, without an error, when the signal aborts. */
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
