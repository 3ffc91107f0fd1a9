import { retryForever, type Log } from '@skillstream/runtime';

export type PreparationDeps = {
  ensureTopics: (signal: AbortSignal) => Promise<void>;
  ensureIndexes: () => Promise<void>;
  log: Log;
};

/** What must be there before the service is ready; waits for the engines as long as it takes. */
export const createPreparation = ({ ensureTopics, ensureIndexes, log }: PreparationDeps) => {
  const stopped = new AbortController();
  const { signal } = stopped;
  let done = false;
  const run = async () => {
    const patience = { firstMs: 200, maxMs: 3000, signal, retryable: () => true };
    await Promise.all([ensureTopics(signal), retryForever(ensureIndexes, patience)]);
    done = true;
    log.info('topics and indexes are there');
  };
  let running: Promise<void> | null = null;
  return {
    start: () => {
      // Ends with an error only when it is stopped.
      running ??= run().catch(() => undefined);
    },
    isDone: () => done,
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
};
