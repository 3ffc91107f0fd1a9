import { Redis } from 'ioredis';
import type { RedisAccess } from './access.ts';
import type { Log } from './log.ts';
import { refusalOf } from './refusal.ts';

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
  let knowsWhy = false;
  const refused = (error: Error) => {
    const refusal = refusalOf(error);
    refusals.set(redis, refusal);
    if (!saidAway) log.warn({ error: refusal.message }, 'redis not reachable');
    saidAway = true;
    knowsWhy = true;
  };
  redis.on('error', refused);
  // A server that hangs up is no error to the driver: it only tries again.
  redis.on('reconnecting', () => {
    if (!knowsWhy) refused(new Error('connection closed'));
    knowsWhy = false;
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
