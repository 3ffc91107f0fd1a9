import { sleep } from '@skillstream/async';

const PATIENCE_MS = 5000;

/** Waits for the work up to a timeout; its error is of no interest any more. */
export const settled = (work: Promise<unknown>): Promise<unknown> => {
  const over = new AbortController();
  return Promise.race([
    work.catch(() => undefined).finally(() => over.abort()),
    sleep(PATIENCE_MS, over.signal),
  ]);
};
