import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';

export type ViewVersionDeps = {
  /** The name of the views as analytics holds them; null while they are built. */
  read: (headers: OnwardHeaders) => Promise<string | null>;
  now: () => number;
  maxAgeMs: number;
};

/**
 * The name of the views, asked for at most once in `maxAgeMs` however many want it. Null while there is none, or
 * while analytics does not say: nothing is answered from the cache then.
 */
export const createViewVersion = ({ read, now, maxAgeMs }: ViewVersionDeps) => {
  let known: { version: string | null; atMs: number } | null = null;
  let reading: Promise<string | null> | null = null;
  const readAnew = async (headers: OnwardHeaders) => {
    // The age counts from the question: the name may have changed while the answer was on its way.
    const atMs = now();
    const version = await read(headers).catch(() => null);
    known = { version, atMs };
    return version;
  };
  return async (headers: OnwardHeaders): Promise<string | null> => {
    if (known && now() - known.atMs < maxAgeMs) return known.version;
    return (reading ??= readAnew(headers).finally(() => (reading = null)));
  };
};
