import type { PostingInput } from '@skillstream/contracts';
import type { IdentityBasis } from './mapping/identity.ts';

/** What postings of a file lack, and cells that were not understood, by column. */
export type Quality = {
  postings: number;
  withoutDate: number;
  withoutPlace: number;
  unread: ReadonlyMap<string, number>;
  /** How many ids were made of what. */
  ids: ReadonlyMap<IdentityBasis, number>;
};

const addOne = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Counts what postings lack as they are read. */
export const createQuality = () => {
  const unread = new Map<string, number>();
  const ids = new Map<IdentityBasis, number>();
  let [postings, withoutDate, withoutPlace] = [0, 0, 0];
  return {
    addUnread: (column: string): void => void addOne(unread, column),
    add: (posting: Partial<PostingInput>, basis?: IdentityBasis): void => {
      postings += 1;
      if (posting.datePosted === undefined) withoutDate += 1;
      if (posting.location === undefined && posting.country === undefined) withoutPlace += 1;
      if (basis) addOne(ids, basis);
    },
    now: (): Quality => ({ postings, withoutDate, withoutPlace, unread, ids }),
  };
};
