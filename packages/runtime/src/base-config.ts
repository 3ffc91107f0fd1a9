import { wholeNumber } from '@skillstream/contracts';
import { messageOf } from '@skillstream/errors';
import { telemetryConfig } from '@skillstream/telemetry';
import { z } from 'zod';
import { kafkaAccessConfig, mongoAccessConfig, redisAccessConfig } from './access-config.ts';
import { parseRedisUrl } from './redis/redis-url.ts';

const MOST_BROKERS = 100;
const BROKER = /^(\[[\da-f:.]+\]|[^\s:[\]]+):\d{1,5}$/i;

const list = z
  .string()
  .min(1)
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((parts) => parts.length > 0 && parts.length <= MOST_BROKERS, `names 1 to ${MOST_BROKERS} brokers`)
  .refine((parts) => parts.every((part) => BROKER.test(part)), 'host:port, separated by commas');

/** A day: no timeout here is longer, and a timer of more than 2^31 - 1 ms would fire at once. */
export const LONGEST_MS = 86_400_000;

/** Variables of every service; a service's config.ts extends them. */
export const baseConfig = z.object({
  PORT: wholeNumber(0, 65_535),
  MANAGEMENT_PORT: wholeNumber(0, 65_535),
  // An empty value would mean every address of the machine.
  HOST: z.string().min(1).max(255).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SHUTDOWN_TIMEOUT_MS: wholeNumber(1, LONGEST_MS).default(10_000),
  SHUTDOWN_WAIT_MS: wholeNumber(0, LONGEST_MS).default(0),
  CRASH_REPORT_DIR: z.string().min(1).max(4096).optional(),
  ...telemetryConfig.shape,
});

export const kafkaConfig = z.object({
  KAFKA_BROKERS: list,
  TOPIC_PARTITIONS: wholeNumber(1, 1000).default(12),
  REPLICATION_FACTOR: wholeNumber(1, 10).default(1),
  ...kafkaAccessConfig.shape,
});
export const mongoConfig = z.object({
  MONGO_URL: z
    .string()
    .max(10_000)
    .regex(/^mongodb(\+srv)?:\/\/[^/]/, 'begins with mongodb:// and a host'),
  ...mongoAccessConfig.shape,
});
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

/** Redis for a service that only shows itself there: without an address it works on, and is asked over HTTP. */
export const optionalRedisConfig = z.object({
  ...redisConfig.shape,
  // Empty is no address: what is started with the environment of another sets it so.
  REDIS_URL: z
    .literal('')
    .transform(() => undefined)
    .or(redisConfig.shape.REDIS_URL)
    .optional(),
});
