import { sleep } from '@skillstream/async';
import { generateSample, type SamplePosting } from '../../packages/cli/src/sample/index.ts';
import { sendAll } from '../platform/send.ts';

const EVERY_MS = 250;
const AT_ONCE = 10;
/** Whoever sends what is good, and asks again until it has its answer, as any client would. */
export const GOOD_SOURCE = 'good';

/**
 * Good postings all the while, from another address than the attackers'. Every one that was accepted is remembered.
 */
export const createGoodLoad = (url: string, seed: number) => {
  const sample = generateSample({ seed, count: 1_000_000, firstMonth: '2024-01', months: 1 });
  const accepted = new Set<string>();
  let over = false;
  let failed: unknown = null;
  const once = async (count: number) => {
    const postings = Array.from({ length: count }, () => {
      const { posting } = sample.next().value as SamplePosting;
      return { ...posting, source: GOOD_SOURCE };
    });
    for (const { postingId } of await sendAll(url, postings)) accepted.add(postingId);
  };
  const run = async () => {
    while (!over) {
      await once(AT_ONCE);
      await sleep(EVERY_MS);
    }
  };
  let running: Promise<unknown> = Promise.resolve();
  return {
    accepted,
    once,
    start: () => {
      running = run().catch((error: unknown) => (failed = error));
    },
    /**
     * Ends it when everything that was sent has its answer.
     * @returns what kept it from having one: the error, or that the time was over; null where nothing did
     */
    end: async (withinMs: number): Promise<unknown> => {
      over = true;
      const late = new Error(`postings that were sent have no answer after ${withinMs / 1000} s more`);
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<unknown>((resolve) => {
        timer = setTimeout(() => resolve(late), withinMs);
      });
      const end = await Promise.race([running.then(() => failed), deadline]);
      clearTimeout(timer);
      return end;
    },
  };
};
