import { createHash } from 'node:crypto';
import type { Redis } from '@skillstream/runtime';
import type { QueryResult } from '../queries/result-memory.ts';
import { createRedisPolicy } from './redis-policy.ts';

// Long enough for other replicas to get the same query; the version changes within a second where views change.
const TTL_MS = 5000;
// Redis stores the views too, and must not be filled with results.
const MOST_UNITS = 256 * 1024;
// Per replica and time to live: there are more distinct queries than Redis has memory for.
const MOST_UNITS_KEPT = 16 * 1024 * 1024;
// A result from analytics takes a few milliseconds: a slower Redis is useless as a cache.
const PATIENCE_MS = 100;

/**
 * Results that all replicas of the gateway share in Redis, by query and tag. Every key has a time to live. A Redis
 * that is down or slow counts as a miss after a short timeout.
 * @param prefix isolates tests
 * @param mostUnitsKept UTF-16 units that one replica may store within the time to live
 */
export const createSharedResults = (redis: Redis, prefix = '', mostUnitsKept = MOST_UNITS_KEPT) => {
  const patience = createRedisPolicy(PATIENCE_MS);
  const kept = { sinceMs: 0, units: 0 };
  const hasRoom = (units: number): boolean => {
    if (performance.now() - kept.sinceMs > TTL_MS)
      Object.assign(kept, { sinceMs: performance.now(), units: 0 });
    if (units > MOST_UNITS || kept.units + units > mostUnitsKept) return false;
    kept.units += units;
    return true;
  };
  // In braces, as in earlier releases of the gateway, which share results with this one during an upgrade.
  const keyOf = (query: string, tag: string): string =>
    `${prefix}gateway:answer:{${createHash('sha1').update(`${tag} ${query}`).digest('base64url')}}`;
  return {
    /** The result that another replica stored; null where there is none, or Redis does not respond. */
    find: async (query: string, tag: string): Promise<QueryResult | null> => {
      const found = await patience(() => redis.get(keyOf(query, tag))).catch(() => null);
      return found ? (JSON.parse(found) as QueryResult) : null;
    },
    /** Stores a result, where there is room for it. */
    put: async (query: string, result: QueryResult, tag: string): Promise<void> => {
      if (!hasRoom(result.body.length)) return;
      const say = () => redis.set(keyOf(query, tag), JSON.stringify(result), 'PX', TTL_MS);
      await patience(say).catch(() => null);
    },
  };
};
