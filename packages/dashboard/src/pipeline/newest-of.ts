import { rankOf } from './rank-of.ts';
import type { Seen } from './replay/recording.ts';

const isFurther = ({ sighting: one }: Seen, { sighting: other }: Seen): boolean =>
  one.version === other.version ? rankOf(one) > rankOf(other) : one.version > other.version;

/**
 * The postings that were seen last, at most so many, each where its newest version was seen furthest.
 * @param seen the oldest first
 */
export const newestOf = (seen: readonly Seen[], most: number): [postingId: string, seen: Seen][] => {
  const found = new Map<string, Seen>();
  for (const one of seen.toReversed()) {
    const { postingId } = one.sighting;
    const known = found.get(postingId);
    if (known ? isFurther(one, known) : found.size < most) found.set(postingId, one);
  }
  return [...found];
};
