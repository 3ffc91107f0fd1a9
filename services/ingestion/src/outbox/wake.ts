import { sleep } from '@skillstream/runtime';

/** Ends the pause of the relay in this process, so that it does not wait for its next poll. */
export const createWake = () => {
  let called = false;
  let pause = new AbortController();
  return {
    /** Something was stored. A call that comes while the relay works is not forgotten. */
    wake: () => {
      called = true;
      pause.abort();
    },
    /**
     * Pauses until somebody calls, or called since the last pause; so long at the most, or until the signal aborts.
     */
    pause: async (ms: number, signal: AbortSignal): Promise<void> => {
      pause = new AbortController();
      if (!called) await sleep(ms, AbortSignal.any([pause.signal, signal]));
      called = false;
    },
  };
};

export type Wake = ReturnType<typeof createWake>;
