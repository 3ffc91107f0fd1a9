import type { Counted } from './contribution-codec.ts';
import type { ViewIncrements } from './view-increments.ts';

/** What the projection needs of Redis; implemented by `stores/redis/redis-view-store.ts`. */
export type ViewStore = {
  /** The last offset that was applied; -1 when there is none. */
  position: (partition: number) => Promise<number>;
  /** Position and present contributions, in one read. */
  read: (
    partition: number,
    postingIds: string[],
  ) => Promise<{ position: number; present: Map<string, Counted> }>;
  /**
   * Applies increments, contributions and position in one script, only if the position is still the expected one.
   * @returns the position that is stored afterwards: `change.position` when the change was applied
   */
  write: (
    partition: number,
    expected: number,
    change: { position: number; increments: ViewIncrements; contributions: Map<string, Counted> },
  ) => Promise<{ applied: boolean; position: number }>;
  /** Stores the progress of reading if the position is the expected one. @returns the position that is stored */
  touch: (partition: number, expected: number, fetched: number, live: boolean) => Promise<number>;
};
