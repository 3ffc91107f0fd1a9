import { sleep } from './backoff.ts';

/** Background work of a service, started once and stopped once. */
export type Background = {
  start: () => void;
  /** Aborts the signal of the work, and resolves when it has ended. */
  stop: () => Promise<void>;
};

/**
 * Runs work in the background of a service until it is stopped.
 * @param work ends when its signal aborts; errors that it throws after that are ignored, earlier ones are unhandled
 *   rejections
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
  /** The pause from the end of a run to the start of the next one. */
  everyMs: number;
  /**
   * Called when a run fails, unless it is being stopped; failures are ignored by default.
   * @returns the pause before the next run, instead of `everyMs`
   */
  onError?: (error: unknown) => number | void;
};

/** Runs work periodically in the background of a service, one run at a time; a failed run does not end the series. */
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
