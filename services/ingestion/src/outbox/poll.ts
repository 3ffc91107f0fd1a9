import { sleep } from '@skillstream/async';
import type { Backfill } from '../backfill/backfill.ts';
import type { PublishRound, Leadership } from './publish-round.ts';

/** Wakes the relay in this process, so that it does not wait for its next poll. */
export const createWake = () => {
  let called = false;
  let pause = new AbortController();
  return {
    /** Called after something was stored. A call that arrives while the relay works is not lost. */
    wake: () => {
      called = true;
      pause.abort();
    },
    /**
     * Pauses until `wake` is called, or was since the last pause; at most `ms`, or until the signal aborts.
     */
    pause: async (ms: number, signal: AbortSignal): Promise<void> => {
      pause = new AbortController();
      if (!called) await sleep(ms, AbortSignal.any([pause.signal, signal]));
      called = false;
    },
  };
};

type Wake = ReturnType<typeof createWake>;

/** Interval of polling for what other replicas store; the query uses an index that holds only pending postings. */
const EVERY_MS = 150;

export type PollDeps = {
  publishRound: PublishRound;
  wake: Pick<Wake, 'pause'>;
  /** The backfill, which runs when nothing else is pending. */
  backfilling: Backfill;
};

/** Publishes pending postings, again and again, until the signal of the leadership aborts or something fails. */
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
