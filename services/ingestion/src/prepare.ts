import { retryForever, runInBackground } from '@skillstream/async';
import { type Log } from '@skillstream/runtime';

export type PreparationDeps = {
  ensureTopics: (signal: AbortSignal) => Promise<void>;
  ensureIndexes: () => Promise<void>;
  log: Log;
};

/** Creates what must exist before the service is ready; retries until the engines are available. */
export const createPreparation = ({ ensureTopics, ensureIndexes, log }: PreparationDeps) => {
  let done = false;
  const running = runInBackground(async (signal) => {
    const patience = { firstMs: 200, maxMs: 3000, signal };
    await Promise.all([ensureTopics(signal), retryForever(ensureIndexes, patience)]);
    done = true;
    log.info('topics and indexes are ready');
  });
  return { ...running, isDone: () => done };
};
