import { createHash } from 'node:crypto';
import type { Redis } from '@skillstream/runtime';

const digests = new Map<string, string>();
const digestOf = (script: string): string => {
  let digest = digests.get(script);
  if (!digest) digests.set(script, (digest = createHash('sha1').update(script).digest('hex')));
  return digest;
};

/** Runs a Lua script by its digest; a Redis that does not know it (new, flushed, failed over) is told. */
export const runScript = async (
  redis: Redis,
  script: string,
  { keys, args }: { keys: string[]; args: (string | number)[] },
): Promise<unknown> => {
  try {
    return await redis.evalsha(digestOf(script), keys.length, ...keys, ...args);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
    return redis.eval(script, keys.length, ...keys, ...args);
  }
};
