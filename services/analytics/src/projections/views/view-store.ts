import type { Counted } from './contribution-codec.ts';
import type { Increments } from './increments.ts';

/** What the projection needs of Redis; the store that does it is `stores/redis/redis-view-store.ts`. */
export type ViewStore = {
  /** The last offset taken; -1 when there is nothing. */
  position: (partition: number) => Promise<number>;
  /** Position and present contributions, in one read. */
  read: (
    partition: number,
    postingIds: string[],
  ) => Promise<{ position: number; present: Map<string, Counted> }>;
  /**
   * Increments, contributions and position in one script, only if the position is still the expected one.
   * @returns the position that holds after: `change.position` when it was applied
   */
  write: (
    partition: number,
    expected: number,
    change: { position: number; increments: Increments; contributions: Map<string, Counted> },
  ) => Promise<{ applied: boolean; position: number }>;
  /** Notes how far reading came if the position is the expected one. @returns the position that holds */
  touch: (partition: number, expected: number, fetched: number, live: boolean) => Promise<number>;
};
