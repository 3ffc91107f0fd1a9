import type { Owner } from '@skillstream/messaging';

/**
 * An owner that is acquired anew where the stored state has gone back: an engine has lost it, or come back with an
 * older one. What was known of the state when the partition was acquired holds no longer.
 * @param acquire `again`: whether the state has gone back
 */
export const acquireAgain = async (acquire: (again: boolean) => Promise<Owner>): Promise<Owner> => {
  let owner = await acquire(false);
  let next = owner.next;
  const follow = async (found: number): Promise<number> => {
    if (found < next) {
      owner = await acquire(true);
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
