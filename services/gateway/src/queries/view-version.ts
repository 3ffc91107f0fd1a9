import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';
import { isRefusal } from './refusal.ts';

export type ViewVersionDeps = {
  /** The version of the views as analytics has them; null while they are built. */
  read: (headers: OnwardHeaders) => Promise<string | null>;
  now: () => number;
  maxAgeMs: number;
};

/**
 * The version of the views, requested at most once in `maxAgeMs` for any number of callers. Null while there is none,
 * or while analytics does not respond: then nothing is answered from the cache. It is read in the name of whoever
 * comes first: where that caller is refused, the next one reads it anew.
 */
export const createViewVersion = ({ read, now, maxAgeMs }: ViewVersionDeps) => {
  let known: { version: string | null; atMs: number } | null = null;
  let reading: Promise<string | null> | null = null;
  const readAnew = async (headers: OnwardHeaders) => {
    // The age counts from the request: the version may have changed while the response was in flight.
    const atMs = now();
    try {
      known = { version: await read(headers), atMs };
    } catch (error) {
      if (isRefusal(error)) return null;
      known = { version: null, atMs };
    }
    return known.version;
  };
  return async (headers: OnwardHeaders): Promise<string | null> => {
    if (known && now() - known.atMs < maxAgeMs) return known.version;
    return (reading ??= readAnew(headers).finally(() => (reading = null)));
  };
};
