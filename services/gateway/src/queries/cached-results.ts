import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';
import { isRefusal, isRefusalStatus } from './refusal.ts';
import type { QueryResult, ResultMemory } from './result-memory.ts';

export type CachedResultsDeps = {
  /** The present version of the views; null while it is unknown. */
  viewVersion: (headers: OnwardHeaders) => Promise<string | null>;
  memory: ResultMemory;
  /** The cache that all replicas share; it may be unavailable, and then has nothing. */
  shared: {
    find: (query: string, tag: string) => Promise<QueryResult | null>;
    put: (query: string, result: QueryResult, tag: string) => Promise<void>;
  };
  /** Sends the query to analytics. @throws SkillstreamError `unavailable` when analytics is unavailable */
  ask: (query: string, headers: OnwardHeaders) => Promise<GivenResult['result']>;
  isUnavailable: (error: unknown) => boolean;
  /** In milliseconds. */
  now: () => number;
};

/** @property staleMs the age of a result that is returned because analytics is unavailable; null otherwise */
export type GivenResult = {
  result: QueryResult & { status: number };
  /** Who had it; `flight`: an equal query that was under way, which had it from analytics. */
  from: 'memory' | 'redis' | 'analytics' | 'flight';
  staleMs: number | null;
};

/** The entity tag of results that were read from this version of the views. */
const tagOf = (version: string): string => `W/"${version}"`;

/**
 * Answers queries from cached results, as long as the version of the views is the same: from this process, then from
 * Redis, then from analytics. Concurrent equal queries are sent once, unless that was refused to whoever sent it.
 * While analytics is unavailable, the last result is returned, whatever its age.
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
  const fresh = (result: QueryResult, from: GivenResult['from']): GivenResult => ({
    ...{ result: { ...result, status: 200 }, from, staleMs: null },
  });

  const askAnew = async (query: string, tag: string | null, headers: OnwardHeaders): Promise<GivenResult> => {
    const found = tag === null ? null : await shared.find(query, tag);
    if (found) {
      memory.put(query, found, now());
      return fresh(found, 'redis');
    }
    const atMs = now();
    try {
      const result = await ask(query, headers);
      if (result.status === 200) {
        // Cached under the version that it names itself: another replica of analytics may be ahead or behind.
        const cached = { contentType: result.contentType, tag: result.tag, body: result.body };
        memory.put(query, cached, atMs);
        if (tag !== null && cached.tag === tag) void shared.put(query, cached, tag);
      }
      return { result, from: 'analytics', staleMs: null };
    } catch (error) {
      const last = memory.get(query);
      if (!last || !isUnavailable(error)) throw error;
      return { ...fresh(last.result, 'memory'), staleMs: now() - last.atMs };
    }
  };

  /** The result of an equal query that is under way; null where its caller was refused. */
  const join = async (joined: Promise<GivenResult>): Promise<GivenResult | null> => {
    try {
      const given = await joined;
      if (isRefusalStatus(given.result.status)) return null;
      return given.from === 'analytics' ? { ...given, from: 'flight' } : given;
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  };

  /** @param query path and parameters in canonical order (`canonicalQuery`) */
  return async (query: string, headers: OnwardHeaders): Promise<GivenResult> => {
    const version = await viewVersion(headers);
    const tag = version === null ? null : tagOf(version);
    const cached = memory.get(query);
    if (cached && tag !== null && cached.result.tag === tag) return fresh(cached.result, 'memory');
    const flight = `${tag} ${query}`;
    // Of those that waited for one that was refused, the first asks, and the others wait for that.
    for (let joined = underWay.get(flight); joined; joined = underWay.get(flight)) {
      const given = await join(joined);
      if (given) return given;
    }
    const asking = askAnew(query, tag, headers).finally(() => underWay.delete(flight));
    underWay.set(flight, asking);
    return asking;
  };
};

export type CachedResults = ReturnType<typeof createCachedResults>;
