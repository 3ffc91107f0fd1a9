import { retryForever, runInBackground } from '@skillstream/async';
import { type Log } from '@skillstream/runtime';

export type PreparationDeps = {
  ensureTopics: (signal: AbortSignal) => Promise<void>;
  ensureIndexes: () => Promise<void>;
  log: Log;
};

/** What must be there before the service is ready; waits for the engines as long as it takes. */
export const createPreparation = ({ ensureTopics, ensureIndexes, log }: PreparationDeps) => {
  let done = false;
  const running = runInBackground(async (signal) => {
    const patience = { firstMs: 200, maxMs: 3000, signal };
    await Promise.all([ensureTopics(signal), retryForever(ensureIndexes, patience)]);
    done = true;
    log.info('topics and indexes are there');
  });
  return { ...running, isDone: () => done };
};
