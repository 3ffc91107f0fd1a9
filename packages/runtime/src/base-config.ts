import { z } from 'zod';
import { messageOf } from './errors.ts';
import { serverLimits } from './http/server-limits.ts';
import { kafkaAccessConfig, mongoAccessConfig, redisAccessConfig } from './access-config.ts';
import { parseRedisUrl } from './redis/redis-url.ts';

const list = z
  .string()
  .min(1)
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((parts) => parts.length > 0, 'names nothing');

/** Variables that every service knows; a service's config.ts extends them. */
export const baseConfig = z.object({
  PORT: z.coerce.number().int().min(0).max(65535),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SHUTDOWN_TIMEOUT_MS: z.coerce.number().int().positive().default(10_000),
  SHUTDOWN_WAIT_MS: z.coerce.number().int().nonnegative().default(0),
  HEADERS_TIMEOUT_MS: z.coerce.number().int().positive().default(serverLimits.headersTimeoutMs),
  BODY_TIMEOUT_MS: z.coerce.number().int().positive().default(serverLimits.bodyTimeoutMs),
  BODY_IDLE_TIMEOUT_MS: z.coerce.number().int().positive().default(serverLimits.bodyIdleTimeoutMs),
});

export const kafkaConfig = z.object({
  KAFKA_BROKERS: list,
  TOPIC_PARTITIONS: z.coerce.number().int().min(1).max(1000).default(12),
  REPLICATION_FACTOR: z.coerce.number().int().min(1).max(10).default(1),
  ...kafkaAccessConfig.shape,
});
export const mongoConfig = z.object({ MONGO_URL: z.string().min(1), ...mongoAccessConfig.shape });
export const redisConfig = z.object({
  REDIS_URL: z.string().superRefine((url, context) => {
    try {
      parseRedisUrl(url);
    } catch (error) {
      context.addIssue({ code: 'custom', message: messageOf(error) });
    }
  }),
  ...redisAccessConfig.shape,
});
