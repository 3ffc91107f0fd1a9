import type { Redis } from '@skillstream/runtime';
import { createViewCommands } from './view-commands.ts';
import type { ViewKeys } from './view-keys.ts';

/** Operations on all views of a partition in a version. */
export const createWholeVersion = (redis: Redis) => {
  const { snapshot, drop } = createViewCommands(redis);
  /**
   * Runs a script over all views. It must declare its keys, or it could run on a slot that is half migrated; so their
   * names are read first, and again when there were more by the time it ran.
   */
  const overAllViews = async <T>(
    keys: ViewKeys,
    partition: number,
    /** Returns null when there were more. */
    run: (names: string[], keys: string[]) => Promise<T | null>,
  ): Promise<T> => {
    for (;;) {
      const names = await redis.smembers(keys.names(partition));
      const all = [
        keys.names(partition),
        keys.state(partition),
        ...names.map((name) => keys.view(partition, name)),
      ];
      const done = await run(names, all);
      if (done !== null) return done;
    }
  };
  return {
    /** Reads every view of a partition as flat lists of fields, and its position, atomically. */
    read: (keys: ViewKeys, partition: number) =>
      overAllViews(keys, partition, async (names, all) => {
        const [position, ...views] = await snapshot({ keys: all });
        if (position === undefined) return null;
        return { position: Number(position), views: names.map((name, i) => [name, views[i]!] as const) };
      }),
    /** Deletes all views of a partition, atomically. */
    drop: async (keys: ViewKeys, partition: number): Promise<void> => {
      await overAllViews(keys, partition, async (_names, all) => (await drop({ keys: all })) === 1 || null);
    },
  };
};
