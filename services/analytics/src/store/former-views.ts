import type { Redis } from '@skillstream/runtime';
import type { ViewKeys } from './view-keys.ts';
import { dropVersion } from './whole-version.ts';

/**
 * The views of the form before, which replicas of the release before still count and answer from while a new release
 * comes (or goes). Whatever is done to them here, their owner notices by its guard, the position, and they are built
 * again from the beginning of the log.
 */
export const createFormerViews = ({ redis, keys }: { redis: Redis; keys: ViewKeys }) => ({
  /**
   * Says that nobody counts a partition in this form now. Who reads it would take what stands still for the present;
   * so it answers from the facts. An owner that there is after all says otherwise within a second.
   */
  hush: async (partition: number): Promise<void> => void (await redis.hdel(keys.state(partition), '@live')),
  /** When the owner of a partition last looked at it; null where there is none. */
  seenMs: async (partition: number): Promise<number | null> => {
    const seen = await redis.hget(keys.state(partition), '@seen');
    return seen === null ? null : Number(seen);
  },
  /** Deletes all views of a partition. */
  drop: (partition: number): Promise<void> => dropVersion({ redis, keys, partition }),
});

export type FormerViews = ReturnType<typeof createFormerViews>;
