import { hash } from 'node:crypto';
import type { PostingInput } from '@skillstream/contracts';
import type { InputLocation } from './json/input-record.ts';
import type { IdentityBasis } from './mapping/identity.ts';

/** How many cells of a column were not understood, where the first is, and its value where it may be quoted. */
export type Unread = { cells: number; first: InputLocation & { value?: string } };

/** What the postings of a file lack that are postings by their form, and cells of theirs that were not understood. */
export type Quality = {
  postings: number;
  withoutDate: number;
  /** Those that have no field for a place; what title and text name, ingestion reads. */
  withoutPlace: number;
  /** Those whose id a posting before them has as well: each of these is a version of that one. */
  repeated: number;
  unread: ReadonlyMap<string, Unread>;
  /** How many ids were made of what. */
  ids: ReadonlyMap<IdentityBasis, number>;
};

const addOne = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Ids that are remembered, 50 MB at most; of a longer file the repeats of later ids are not counted. */
const MOST_IDS = 1_000_000;
const ID_DIGITS = 13;

/** A number for an id, of 52 bits: two of a million are the same once in some nine thousand files. */
const numberOf = ({ source, sourceId }: Partial<PostingInput>): number =>
  Number.parseInt(hash('sha1', JSON.stringify([source, sourceId])).slice(0, ID_DIGITS), 16);

/**
 * Counts what postings lack as they are read.
 * @param seen the ids of the postings before, of other files as well, to which theirs are added; null: `repeated` is
 *   not counted
 */
export const createQuality = ({ seen = new Set() }: { seen?: Set<number> | null } = {}) => {
  const unread = new Map<string, Unread>();
  const ids = new Map<IdentityBasis, number>();
  let [postings, withoutDate, withoutPlace, repeated] = [0, 0, 0, 0];
  return {
    addUnread: (column: string, first: Unread['first']): void => {
      const known = unread.get(column);
      unread.set(column, { cells: (known?.cells ?? 0) + 1, first: known?.first ?? first });
    },
    add: (posting: Partial<PostingInput>, basis?: IdentityBasis): void => {
      postings += 1;
      if (posting.datePosted === undefined) withoutDate += 1;
      if (posting.location === undefined && posting.country === undefined) withoutPlace += 1;
      if (basis) addOne(ids, basis);
      if (seen === null || posting.sourceId === undefined) return;
      const id = numberOf(posting);
      if (seen.has(id)) repeated += 1;
      else if (seen.size < MOST_IDS) seen.add(id);
    },
    now: (): Quality => ({ postings, withoutDate, withoutPlace, repeated, unread, ids }),
  };
};
