import { Redis } from 'ioredis';
import type { RedisAccess } from './access.ts';
import { messageOf } from './errors.ts';
import type { Log } from './log.ts';

export type { Redis } from 'ioredis';

/** A Redis connection that comes back by itself; calls fail fast while it is away. */
export const connectRedis = (url: string, log: Log, { tls, login }: RedisAccess = {}): Redis => {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    connectTimeout: 3000,
    commandTimeout: 10_000,
    retryStrategy: (times) => Math.min(50 * times, 1000),
    autoResendUnfulfilledCommands: false,
    ...(tls && { tls }),
    ...login,
  });
  let saidAway = false;
  redis.on('error', (error) => {
    if (!saidAway) log.warn({ error: messageOf(error) }, 'redis not reachable');
    saidAway = true;
  });
  redis.on('ready', () => {
    saidAway = false;
    log.info('redis connected');
  });
  return redis;
};

/** Readiness: does Redis answer a ping. */
export const redisAnswers = (redis: Redis) => async (): Promise<boolean> => (await redis.ping()) === 'PONG';
