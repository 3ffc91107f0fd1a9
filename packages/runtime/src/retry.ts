import { backoffMs, sleep, type BackoffOptions } from './backoff.ts';

export type RetryOptions = BackoffOptions & {
  signal: AbortSignal;
  /** Errors that it makes sense to meet with patience; the others are thrown at once. */
  retryable: (error: unknown) => boolean;
  onRetry?: (error: unknown, attempt: number) => void;
};

/**
 * Calls until it succeeds, however long that takes: engines may come up late and go away.
 * @throws the error when it is not retryable, or when the signal aborts
 */
export const retryForever = async <T>(call: () => Promise<T>, options: RetryOptions): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (options.signal.aborted || !options.retryable(error)) throw error;
      options.onRetry?.(error, attempt);
      await sleep(backoffMs(attempt, options, Math.random()), options.signal);
      if (options.signal.aborted) throw error;
    }
  }
};
