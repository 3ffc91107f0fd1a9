import {
  authConfig,
  baseConfig,
  completeAccess,
  readConfig,
  redisConfig,
  safeAuth,
} from '@skillstream/runtime';
import { z } from 'zod';
import { isOrigin, proxiesOf, wordsOf } from './lists.ts';

const positive = z.coerce.number().int().positive();
const count = z.coerce.number().int().nonnegative();

const schema = z
  .object({
    ...baseConfig.shape,
    ...authConfig.shape,
    ...redisConfig.shape,
    PORT: baseConfig.shape.PORT.default(4100),
    // It goes on without: an installation from before the gateway had any use for Redis names none.
    REDIS_URL: redisConfig.shape.REDIS_URL.default('redis://127.0.0.1:6379'),
    INGESTION_URL: z.url().default('http://127.0.0.1:4101'),
    TAGGING_URL: z.url().default('http://127.0.0.1:4102'),
    ANALYTICS_URL: z.url().default('http://127.0.0.1:4103'),
    PART_TIMEOUT_MS: positive.default(30_000),
    MAX_BODY_BYTES: positive.default(16_000_000),
    RATE_LIMIT_READS_PER_MINUTE: count.default(0),
    RATE_LIMIT_WRITES_PER_MINUTE: count.default(0),
    RATE_LIMIT_STREAMS_PER_MINUTE: count.default(0),
    RATE_LIMIT_EXPENSIVE_PER_MINUTE: count.default(0),
    TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform(proxiesOf)
      .refine((proxies) => proxies !== null, 'a number of proxies, or their addresses like 10.0.0.0/8')
      .transform((proxies) => proxies ?? []),
    CORS_ORIGINS: z
      .string()
      .default('')
      .transform(wordsOf)
      .refine((origins) => origins.every(isOrigin), 'origins like https://app.example.org, or *'),
    HSTS_MAX_AGE_SECONDS: count.default(31_536_000),
  })
  .superRefine(completeAccess)
  .superRefine(safeAuth);

/** The gateway's configuration, from the environment. */
export const config = readConfig(schema, process.env);
