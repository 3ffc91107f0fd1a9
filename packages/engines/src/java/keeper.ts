import { createRestartPause, sleep } from '@skillstream/async';
import { messageOf } from '@skillstream/errors';
import type { EngineName, Report } from '../types.ts';

/** Starts engines again that ended by themselves, each after a pause that grows while it ends soon again. */
export const createKeeper = (report: Report) => {
  const stopping = new AbortController();
  const pauses = new Map<EngineName, (ranForMs: number) => number>();
  const answeredMs = new Map<EngineName, number>();
  const starting = new Set<Promise<void>>();

  const pauseMs = (name: EngineName): number => {
    const pause = pauses.get(name) ?? createRestartPause();
    pauses.set(name, pause);
    const sinceMs = answeredMs.get(name);
    answeredMs.delete(name);
    return pause(sinceMs === undefined ? 0 : performance.now() - sinceMs);
  };
  const untilItAnswers = async (name: EngineName, start: () => Promise<void>): Promise<void> => {
    while (!stopping.signal.aborted) {
      const waitMs = pauseMs(name);
      report(`engines: starting ${name} again in ${(waitMs / 1000).toFixed(1)} s`);
      await sleep(waitMs, stopping.signal);
      if (stopping.signal.aborted) return;
      const failure = await start().then(() => null, messageOf);
      if (failure === null) return;
      if (!stopping.signal.aborted) report(`engines: ${failure}`);
    }
  };
  return {
    /** Gives up what does not answer yet. */
    signal: stopping.signal,
    /** An engine answers: from now on it runs. */
    responses: (name: EngineName): void => void answeredMs.set(name, performance.now()),
    /** An engine ended by itself: starts it until it answers, or `stop`. */
    startAgain: (name: EngineName, start: () => Promise<void>): void => {
      const begun = untilItAnswers(name, start);
      starting.add(begun);
      void begun.finally(() => starting.delete(begun));
    },
    /** Starts nothing any more, and resolves when nothing is half started. */
    stop: async (): Promise<void> => {
      stopping.abort();
      await Promise.all(starting);
    },
  };
};
