import { newestOf } from './newest-of.ts';
import type { Seen } from './replay/recording.ts';

/** Postings of the list, each where it was seen furthest. */
export type Listed = readonly (readonly [postingId: string, seen: Seen])[];

/**
 * A list that keeps its rows and their order, while somebody is in it: each row where its posting was seen furthest by
 * now, and one that nothing was seen of lately where it was. Pure.
 * @param seen the oldest first
 */
export const heldList = (held: Listed, seen: readonly Seen[]): Listed => {
  const ids = new Set(held.map(([postingId]) => postingId));
  const now = new Map(
    newestOf(
      seen.filter(({ sighting }) => ids.has(sighting.postingId)),
      ids.size,
    ),
  );
  return held.map(([postingId, was]) => [postingId, now.get(postingId) ?? was]);
};
