import { Cluster, type Redis as SingleRedis } from 'ioredis';
import type { Redis } from './connect-redis.ts';

/**
 * The servers behind a connection that keys are written to, each key on one of them: for what each has to be asked.
 */
export const redisMasters = (redis: Redis): SingleRedis[] =>
  redis instanceof Cluster ? redis.nodes('master') : [redis];

/** The replicas that a Redis Cluster tells of; otherwise none, since nobody tells. */
export const redisReplicas = (redis: Redis): SingleRedis[] =>
  redis instanceof Cluster ? redis.nodes('slave') : [];

/**
 * The names of all keys that match a pattern, some at a time, wherever they are. A key that is there all the while is
 * found once or more often; while slots move it may be missed.
 */
export async function* scanKeys(redis: Redis, match: string, count = 1000): AsyncGenerator<string[]> {
  for (const node of redisMasters(redis))
    for await (const keys of node.scanStream({ match, count })) if ((keys as string[]).length > 0) yield keys;
}
