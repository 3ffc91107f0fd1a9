import { authConfig, safeAuth } from '@skillstream/auth';
import { wholeNumber } from '@skillstream/contracts';
import { httpConfig } from '@skillstream/http';
import {
  baseConfig,
  completeAccess,
  kafkaConfig,
  LONGEST_MS,
  mongoConfig,
  optionalRedisConfig,
  readConfig,
} from '@skillstream/runtime';
import { z } from 'zod';
import { monthsBySource, MOST_MONTHS } from './expiry/months-by-source.ts';

const schema = z
  .object({
    ...baseConfig.shape,
    ...httpConfig.shape,
    PORT: baseConfig.shape.PORT.default(4101),
    MANAGEMENT_PORT: baseConfig.shape.MANAGEMENT_PORT.default(4111),
    ...authConfig.shape,
    ...kafkaConfig.shape,
    ...mongoConfig.shape,
    ...optionalRedisConfig.shape,
    BACKLOG_LIMIT: wholeNumber(1, 100_000_000).default(50_000),
    LEASE_MS: wholeNumber(100, LONGEST_MS).default(5000),
    MAX_LINE_BYTES: wholeNumber(1, 100_000_000).default(1_000_000),
    MAX_BODY_BYTES: wholeNumber(1, 1_000_000_000).default(16_000_000),
    RETENTION_MONTHS: wholeNumber(0, MOST_MONTHS).default(0),
    RETENTION_MONTHS_BY_SOURCE: monthsBySource.default({}),
    LINKING: z.enum(['on', 'off']).default('on'),
    BOARDS_FILE: z.string().min(1).optional(),
    BOARDS_EVERY_MS: wholeNumber(0, 3_600_000).default(1000),
    FAULT_INJECTION: z
      .string()
      .regex(
        /^(kill|pause):(after-store|before-publish|after-publish)(:[1-9]\d*)?$/,
        'like kill:after-store:3',
      )
      .optional(),
  })
  .superRefine(completeAccess)
  .superRefine(safeAuth);

export type Config = z.infer<typeof schema>;

/** The configuration of ingestion, from the environment; ends the process when it is invalid. */
export const loadConfig = (): Readonly<Config> => readConfig(schema, process.env);
