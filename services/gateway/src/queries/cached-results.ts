import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';
import type { QueryResult, ResultMemory } from './result-memory.ts';

export type CachedResultsDeps = {
  /** The name of the views now; null while it is not known. */
  viewVersion: (headers: OnwardHeaders) => Promise<string | null>;
  memory: ResultMemory;
  /** What all replicas share; it may be gone, and knows nothing then. */
  shared: {
    find: (query: string, tag: string) => Promise<QueryResult | null>;
    put: (query: string, result: QueryResult, tag: string) => Promise<void>;
  };
  /** Puts the query to analytics. @throws SkillstreamError `unavailable` when it is away */
  ask: (query: string, headers: OnwardHeaders) => Promise<GivenResult['result']>;
  isUnavailable: (error: unknown) => boolean;
  /** In milliseconds. */
  now: () => number;
};

/** @property staleMs how old a result is that is given because nobody could be asked; null otherwise */
export type GivenResult = {
  result: QueryResult & { status: number };
  staleMs: number | null;
};

/** The entity tag of results that were read from the views of this name. */
const tagOf = (version: string): string => `W/"${version}"`;

/**
 * Answers queries from what was answered before, as long as the views have the same name: in this process, then in
 * Redis, then by analytics. Equal queries that come together are one. While analytics is away, the last result is
 * given, as old as it is.
 */
export const createCachedResults = ({
  viewVersion,
  memory,
  shared,
  ask,
  isUnavailable,
  now,
}: CachedResultsDeps) => {
  const underWay = new Map<string, Promise<GivenResult>>();
  const fresh = (result: QueryResult): GivenResult => ({ result: { ...result, status: 200 }, staleMs: null });

  const askAnew = async (query: string, tag: string | null, headers: OnwardHeaders): Promise<GivenResult> => {
    const found = tag === null ? null : await shared.find(query, tag);
    if (found) {
      memory.put(query, found, now());
      return fresh(found);
    }
    const atMs = now();
    try {
      const result = await ask(query, headers);
      if (result.status === 200) {
        // Cached by the name that it says itself: another replica of analytics may be ahead or behind.
        const cached = { contentType: result.contentType, tag: result.tag, body: result.body };
        memory.put(query, cached, atMs);
        if (tag !== null && cached.tag === tag) void shared.put(query, cached, tag);
      }
      return { result, staleMs: null };
    } catch (error) {
      const last = memory.get(query);
      if (!last || !isUnavailable(error)) throw error;
      return { ...fresh(last.result), staleMs: now() - last.atMs };
    }
  };

  /** @param query path and parameters, in one order (`canonicalQuery`) */
  return async (query: string, headers: OnwardHeaders): Promise<GivenResult> => {
    const version = await viewVersion(headers);
    const tag = version === null ? null : tagOf(version);
    const known = memory.get(query);
    if (known && tag !== null && known.result.tag === tag) return fresh(known.result);
    const flight = `${tag} ${query}`;
    let asking = underWay.get(flight);
    if (!asking) {
      asking = askAnew(query, tag, headers).finally(() => underWay.delete(flight));
      underWay.set(flight, asking);
    }
    return asking;
  };
};

export type CachedResults = ReturnType<typeof createCachedResults>;
