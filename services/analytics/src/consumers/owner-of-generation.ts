import { appError } from '@skillstream/errors';
import type { Owner } from '@skillstream/messaging';

/**
 * Wraps an owner so that it gives up once a newer generation is in use: the runner then acquires the partition again,
 * in the stores of that generation.
 * @param superseded whether another generation is in use by now
 */
export const ownerOfGeneration = (owner: Owner, superseded: () => boolean): Owner => {
  const stopIfSuperseded = () => {
    if (superseded())
      throw appError('conflict', 'A newer generation of the log is in use', { retryable: true });
  };
  return {
    ...owner,
    take: async (records, upTo) => {
      stopIfSuperseded();
      return owner.take(records, upTo);
    },
    check: async (fetched, end) => {
      stopIfSuperseded();
      return owner.check!(fetched, end);
    },
  };
};
