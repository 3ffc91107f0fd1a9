import { indexKeysOf, type Signature } from './signature.ts';

/** Members of a job found by one are enough to find the job, so a job of thousands costs no more than this. */
const MOST_CANDIDATES = 100;

/**
 * An index in memory, for tests and the evaluation: what a store does with an index over the stored keys. Of more than
 * 100 candidates it tells the newest; the store of ingestion takes the first in the order of its index,
 * key by key and the oldest first within a key.
 * @returns `add`, which tells those added before that may be of the same job, 100 at most, and adds the posting
 */
export const createLinkIndex = <Id>() => {
  const byKey = new Map<string, Id[]>();
  return {
    add: (id: Id, signature: Signature): Id[] => {
      const { stored, sought } = indexKeysOf(signature);
      const found = new Set<Id>();
      for (const key of sought)
        for (const other of byKey.get(key)?.slice(-MOST_CANDIDATES) ?? []) found.add(other);
      for (const key of stored) {
        const ids = byKey.get(key);
        if (ids === undefined) byKey.set(key, [id]);
        else ids.push(id);
      }
      return [...found].slice(-MOST_CANDIDATES);
    },
  };
};
