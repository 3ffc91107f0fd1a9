import { Cluster, type Redis as SingleRedis } from 'ioredis';
import type { Redis } from './connect-redis.ts';

/**
 * The servers behind a connection that accept writes, each key on one of them: for commands that every node must get.
 */
export const redisMasters = (redis: Redis): SingleRedis[] =>
  redis instanceof Cluster ? redis.nodes('master') : [redis];

/** The replicas of a Redis Cluster; none otherwise, since they are not known. */
export const redisReplicas = (redis: Redis): SingleRedis[] =>
  redis instanceof Cluster ? redis.nodes('slave') : [];

/**
 * The names of all keys that match a pattern, in batches, on all nodes. A key that exists throughout is returned at
 * least once; while slots move it may be missed.
 */
export async function* scanKeys(redis: Redis, match: string, count = 1000): AsyncGenerator<string[]> {
  for (const node of redisMasters(redis))
    for await (const keys of node.scanStream({ match, count })) if ((keys as string[]).length > 0) yield keys;
}
