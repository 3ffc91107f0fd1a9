import { sleep } from '@skillstream/async';
import type { Backfill } from '../backfill/backfill.ts';
import type { PublishRound, Leadership } from './publish-round.ts';

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

type Wake = ReturnType<typeof createWake>;

/** What other replicas store waits so long at most; the store is asked by an index that holds only what waits. */
const EVERY_MS = 150;

export type PollDeps = {
  publishRound: PublishRound;
  wake: Pick<Wake, 'pause'>;
  /** Has postings tagged again, where nothing else waits. */
  backfilling: Backfill;
};

/** Publishes whatever waits, again and again, until the signal of the leadership aborts or something fails. */
export const poll = async (
  { publishRound, wake, backfilling }: PollDeps,
  leadership: Leadership,
): Promise<void> => {
  const { signal, onProgress } = leadership;
  backfilling.forget();
  while (!signal.aborted) {
    const { count, all } = await publishRound(leadership);
    const marked = all && (await backfilling.step());
    onProgress();
    if (count === 0 && !marked) await wake.pause(EVERY_MS, signal);
  }
};
