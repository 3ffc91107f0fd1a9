import { sleep } from './backoff.ts';

/** Work behind a service that is begun once, and ended once. */
export type Background = {
  start: () => void;
  /** Aborts the signal of the work and resolves when it has ended. */
  stop: () => Promise<void>;
};

/**
 * Runs something behind a service until it is stopped.
 * @param work ends when its signal aborts; what it throws then is of no interest any more, before that it is an
 *   unhandled rejection
 */
export const runInBackground = (work: (signal: AbortSignal) => Promise<unknown>): Background => {
  const stopped = new AbortController();
  const { signal } = stopped;
  const run = async () => {
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
  let running: Promise<void> | null = null;
  return {
    start: () => {
      running ??= run();
    },
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
};

type PeriodicallyOptions = {
  /** From the end of a run to the beginning of the next one. */
  everyMs: number;
  /**
   * Hears of a run that failed, by default nobody does; not of one that fails while it is being stopped.
   * @returns how long to wait for the next run instead of `everyMs`
   */
  onError?: (error: unknown) => number | void;
};

/** Runs something again and again behind a service, one run at a time, also after one that failed. */
export const runPeriodically = (
  once: (signal: AbortSignal) => Promise<unknown>,
  { everyMs, onError }: PeriodicallyOptions,
): Background =>
  runInBackground(async (signal) => {
    while (!signal.aborted) {
      let pauseMs = everyMs;
      try {
        await once(signal);
      } catch (error) {
        if (signal.aborted) return;
        pauseMs = onError?.(error) ?? everyMs;
      }
      await sleep(pauseMs, signal);
    }
  });
