import { baseConfig, completeAccess, readConfig, redisConfig } from '@skillstream/runtime';
import { z } from 'zod';

const schema = z
  .object({
    ...baseConfig.shape,
    ...redisConfig.shape,
    PORT: baseConfig.shape.PORT.default(4100),
    INGESTION_URL: z.url().default('http://127.0.0.1:4101'),
    TAGGING_URL: z.url().default('http://127.0.0.1:4102'),
    ANALYTICS_URL: z.url().default('http://127.0.0.1:4103'),
    PART_TIMEOUT_MS: z.coerce.number().int().positive().default(30_000),
  })
  .superRefine(completeAccess);

/** The gateway's configuration, from the environment. */
export const config = readConfig(schema, process.env);
