import { createBackoff, sleep, type BackoffOptions } from './backoff.ts';

export type RetryOptions = BackoffOptions & {
  signal: AbortSignal;
  /** Which errors are retried, by default all; others are thrown at once. */
  retryable?: (error: unknown) => boolean;
  onRetry?: (error: unknown, attempt: number) => void;
};

/**
 * Retries a call until it succeeds, without a limit: engines may start late or become unavailable.
 * @throws the error when it is not retryable, or when the signal aborts
 */
export const retryForever = async <T>(call: () => Promise<T>, options: RetryOptions): Promise<T> => {
  const { signal, retryable = () => true, onRetry } = options;
  const backoff = createBackoff(options);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (signal.aborted || !retryable(error)) throw error;
      onRetry?.(error, attempt);
      await sleep(backoff.nextMs(), signal);
      if (signal.aborted) throw error;
    }
  }
};
