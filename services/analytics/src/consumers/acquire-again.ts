import type { Owner } from '@skillstream/messaging';

/**
 * An owner that is acquired anew where the stored state has gone back: an engine has lost it, or come back with an
 * older one. What was known of the state when the partition was acquired holds no longer.
 */
export const acquireAgain = async (acquire: () => Promise<Owner>): Promise<Owner> => {
  let owner = await acquire();
  let next = owner.next;
  const follow = async (found: number): Promise<number> => {
    if (found < next) {
      owner = await acquire();
      found = owner.next;
    }
    next = found;
    return found;
  };
  return {
    next,
    take: async (records, upTo) => follow(await owner.take(records, upTo)),
    check: async (fetched, end) => {
      const elsewhere = await owner.check!(fetched, end);
      return elsewhere === null ? null : follow(elsewhere);
    },
    release: async () => owner.release?.(),
  };
};
