import type { Redis } from '@skillstream/runtime';
import * as scripts from './view-scripts.ts';

type Call = { keys: string[]; args?: (string | number)[] };
type Command = (...numberOfKeysThenKeysAndArgs: (string | number)[]) => Promise<unknown>;

/**
 * Defines the Lua scripts of the views as commands of a client: they take keys and arguments, and return what the
 * script returns. ioredis sends a script by its digest, and in full to a Redis that does not have it (new, flushed,
 * failed over).
 */
export const createViewCommands = (redis: Redis) => {
  const define = <Reply>(name: string, lua: string) => {
    redis.defineCommand(name, { lua });
    return ({ keys, args = [] }: Call): Promise<Reply> =>
      (redis as unknown as Record<string, Command>)[name]!(keys.length, ...keys, ...args) as Promise<Reply>;
  };
  return {
    write: define<[applied: number, position: string]>('writeViews', scripts.writeScript),
    touch: define<string>('touchViews', scripts.touchScript),
    names: define<[position: string, ...names: string[]]>('viewNames', scripts.namesScript),
    views: define<[position: string, ...views: string[][]]>('readViews', scripts.readViewsScript),
    pairs: define<[position: string, ...years: string[][]]>('readPairs', scripts.readPairsScript),
    snapshot: define<[position: string, ...views: string[][]] | []>('snapshotViews', scripts.snapshotScript),
    drop: define<number>('dropViews', scripts.dropScript),
  };
};
