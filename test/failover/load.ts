import { sleep } from '@skillstream/async';
import { until } from '@skillstream/async/testing';
import { generateSample, type SamplePosting } from '../../packages/cli/src/sample/index.ts';
import { sendAll } from '../platform/send.ts';

const EVERY_MS = 125;

/**
 * Sends made-up postings through a gateway at a bounded rate until it is ended, and remembers the event of each one
 * that was accepted. A slower answer makes a slower load.
 * @param seed another one for each load: the same seed makes the same postings
 */
export const startLoad = (url: string, { seed, perSecond = 160 }: { seed: number; perSecond?: number }) => {
  const size = Math.max(1, Math.round((perSecond * EVERY_MS) / 1000));
  const sample = generateSample({ seed, count: 1_000_000, firstMonth: '2024-01', months: 1 });
  const accepted = new Set<string>();
  let over = false;
  let failure: unknown = null;
  const send = async () => {
    while (!over) {
      const beganMs = performance.now();
      const postings = Array.from({ length: size }, () => (sample.next().value as SamplePosting).posting);
      for (const { postingId, version } of await sendAll(url, postings))
        accepted.add(`${postingId}:${version}`);
      await sleep(Math.max(0, EVERY_MS - (performance.now() - beganMs)));
    }
  };
  const sending = send().catch((error: unknown) => (failure = error));
  return {
    /** Resolves when so many more postings have been accepted. */
    grows: async (more = 100): Promise<void> => {
      const target = accepted.size + more;
      await until(`${more} more postings are accepted`, () => {
        if (failure) throw failure;
        return accepted.size >= target;
      });
    },
    /** Stops sending. @returns the ids of the events that were accepted */
    end: async (): Promise<ReadonlySet<string>> => {
      over = true;
      await sending;
      if (failure) throw failure;
      return accepted;
    },
  };
};

export type Load = ReturnType<typeof startLoad>;
