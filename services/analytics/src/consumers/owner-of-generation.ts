import { appError } from '@skillstream/errors';
import type { Owner } from '@skillstream/messaging';

/**
 * An owner that gives up when a newer generation holds: the runner then owns the partition anew, under the new name.
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
