import { sleep } from '@skillstream/runtime';
import type { Backlog } from './backlog.ts';
import type { Hints } from './hints.ts';

const EVERY_MS = 1000;

/**
 * Counts the hints once a second, since the relay and other replicas change their number too.
 * @param onSize hears the backlog's size after each count
 */
export const createHintsWatch = (
  hints: Pick<Hints, 'count'>,
  backlog: Backlog,
  onSize: (size: number) => void,
) => {
  const stopped = new AbortController();
  const run = async () => {
    while (!stopped.signal.aborted) {
      const waiting = await hints.count();
      if (waiting !== null) backlog.hinted(waiting);
      onSize(backlog.size());
      await sleep(EVERY_MS, stopped.signal);
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
