import { retryForever } from '@skillstream/async';
import { type Log, type Redis } from '@skillstream/runtime';
import { refuseEviction } from './eviction-check.ts';

/** Delays the start until Redis does not evict keys, and logs the reason until then. */
export const createEvictionGate = (redis: Redis, log: Log) => {
  let refused = '';
  return {
    /** Waits until Redis answers and does not evict; rejects when the signal is aborted. */
    pass: async (signal: AbortSignal): Promise<void> => {
      await retryForever(() => refuseEviction(redis), {
        ...{ firstMs: 200, maxMs: 3000, signal },
        retryable: () => true,
        onRetry: (error) => {
          const misconfigured = error instanceof Error && 'code' in error && error.code === 'misconfigured';
          refused = misconfigured ? error.message : '';
          if (refused) log.error(refused);
        },
      });
      refused = '';
    },
    /**
     * Readiness check.
     * @throws Error with the reason while Redis may evict keys
     */
    check: (): true => {
      if (refused) throw new Error(refused);
      return true;
    },
  };
};
