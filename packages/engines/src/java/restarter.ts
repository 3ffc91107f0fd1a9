import { createRestartPause, sleep } from '@skillstream/async';
import { messageOf } from '@skillstream/errors';
import type { EngineName, Report } from '../types.ts';

/** Restarts engines that exited by themselves, each with a backoff that grows while it keeps exiting soon. */
export const createRestarter = (report: Report) => {
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
    /** Aborts starts of engines that do not respond yet. */
    signal: stopping.signal,
    /** Records that an engine responds, and so runs from now on. */
    recovered: (name: EngineName): void => void answeredMs.set(name, performance.now()),
    /** Restarts an engine that exited by itself until it responds, or until `stop`. */
    startAgain: (name: EngineName, start: () => Promise<void>): void => {
      const begun = untilItAnswers(name, start);
      starting.add(begun);
      void begun.finally(() => starting.delete(begun));
    },
    /** Stops restarting, and resolves when no start is in progress. */
    stop: async (): Promise<void> => {
      stopping.abort();
      await Promise.all(starting);
    },
  };
};
