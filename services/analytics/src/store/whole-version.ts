import type { Redis } from '@skillstream/runtime';
import { runScript } from './run-script.ts';
import type { ViewKeys } from './view-keys.ts';
import { dropScript, snapshotScript } from './view-scripts.ts';

export type WholeVersionDeps = { redis: Redis; keys: ViewKeys; partition: number };

/**
 * Runs a script over all views of a partition in a version. A script must name its keys, or it meets a slot of a
 * cluster that is half moved; so they are read first, and again where there were more by the time it ran.
 */
const overAllViews = async <T>(
  { redis, keys, partition }: WholeVersionDeps,
  script: string,
  isDone: (answer: T) => boolean,
): Promise<{ names: string[]; answer: T }> => {
  for (;;) {
    const names = await redis.smembers(keys.names(partition));
    const answer = (await runScript(redis, script, {
      keys: [
        keys.names(partition),
        keys.state(partition),
        ...names.map((name) => keys.view(partition, name)),
      ],
      args: [],
    })) as T;
    if (isDone(answer)) return { names, answer };
  }
};

/** Every view of a partition as flat lists of fields, and its position, at one moment. */
export const readVersion = async (deps: WholeVersionDeps) => {
  type Answer = [position: string, ...views: string[][]] | [];
  const { names, answer } = await overAllViews<Answer>(deps, snapshotScript, ({ length }) => length > 0);
  const [position, ...views] = answer as [string, ...string[][]];
  return { position: Number(position), views: names.map((name, i) => [name, views[i]!] as const) };
};

/** Deletes all views of a partition in a version, at once. */
export const dropVersion = async (deps: WholeVersionDeps): Promise<void> => {
  await overAllViews<number>(deps, dropScript, (done) => done === 1);
};
