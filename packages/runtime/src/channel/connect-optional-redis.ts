import type { z } from 'zod';
import { redisAccess } from '../access.ts';
import type { optionalRedisConfig } from '../base-config.ts';
import type { Log } from '../log.ts';
import { connectRedis, type Redis } from '../redis/connect-redis.ts';

/** The connection of a service that only shows itself in Redis; null where it has no address. */
export const connectOptionalRedis = (config: z.infer<typeof optionalRedisConfig>, log: Log): Redis | null =>
  config.REDIS_URL === undefined ? null : connectRedis(config.REDIS_URL, log, redisAccess(config));
