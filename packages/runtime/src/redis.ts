import { Redis } from 'ioredis';
import type { RedisAccess } from './access.ts';
import { messageOf } from './errors.ts';
import type { Log } from './log.ts';

export type { Redis } from 'ioredis';

// Why a connection is not there, for whoever asks whether it is ready.
const refusals = new WeakMap<Redis, Error>();

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
    refusals.set(redis, error);
    if (!saidAway) log.warn({ error: messageOf(error) }, 'redis not reachable');
    saidAway = true;
  });
  redis.on('ready', () => {
    saidAway = false;
    refusals.delete(redis);
    log.info('redis connected');
  });
  return redis;
};

/** Readiness: does Redis answer a ping. @throws Error that says why the connection is not there */
export const redisAnswers = (redis: Redis) => async (): Promise<boolean> => {
  const refusal = refusals.get(redis);
  if (refusal !== undefined && redis.status !== 'ready') throw refusal;
  return (await redis.ping()) === 'PONG';
};
