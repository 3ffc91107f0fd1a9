import { fileURLToPath } from 'node:url';
import { authConfig, safeAuth } from '@skillstream/auth';
import { wholeNumber } from '@skillstream/contracts';
import { httpConfig } from '@skillstream/http';
import {
  baseConfig,
  completeAccess,
  kafkaConfig,
  LONGEST_MS,
  mongoConfig,
  readConfig,
  redisConfig,
} from '@skillstream/runtime';
import { z } from 'zod';

const schema = z
  .object({
    ...baseConfig.shape,
    ...httpConfig.shape,
    ...authConfig.shape,
    ...kafkaConfig.shape,
    ...mongoConfig.shape,
    ...redisConfig.shape,
    PORT: baseConfig.shape.PORT.default(4103),
    MANAGEMENT_PORT: baseConfig.shape.MANAGEMENT_PORT.default(4113),
    SESSION_TIMEOUT_MS: wholeNumber(6000, LONGEST_MS).default(10_000),
    VIEW_MAX_AGE_MS: wholeNumber(0, LONGEST_MS).default(1000),
    SUPERSEDED_GRACE_MS: wholeNumber(10_000, LONGEST_MS).default(3_600_000),
    REPORTS_FOLDER: z.string().default(fileURLToPath(new URL('../reports', import.meta.url))),
    FAULT_INJECTION: z.string().optional(),
  })
  .superRefine(completeAccess)
  .superRefine(safeAuth);

export type Config = Readonly<z.infer<typeof schema>>;

/** Reads the environment; prints every validation issue and exits the process if there is one. */
export const loadConfig = (): Config => readConfig(schema, process.env);

/** Settings of the app, beside its connections. */
export const settingsOf = (config: Config) => ({
  topicPartitions: config.TOPIC_PARTITIONS,
  sessionTimeoutMs: config.SESSION_TIMEOUT_MS,
  viewMaxAgeMs: config.VIEW_MAX_AGE_MS,
  supersededGraceMs: config.SUPERSEDED_GRACE_MS,
});
