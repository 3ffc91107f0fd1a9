import {
  authConfig,
  baseConfig,
  completeAccess,
  kafkaConfig,
  mongoConfig,
  readConfig,
  safeAuth,
} from '@skillstream/runtime';
import { z } from 'zod';

const positive = z.coerce.number().int().positive();

const schema = baseConfig
  .extend({
    PORT: z.coerce.number().int().min(0).max(65535).default(4101),
    ...authConfig.shape,
    ...kafkaConfig.shape,
    ...mongoConfig.shape,
    BACKLOG_LIMIT: positive.default(50_000),
    LEASE_MS: positive.default(5000),
    MAX_LINE_BYTES: positive.default(1_000_000),
    MAX_BODY_BYTES: positive.default(16_000_000),
    FAULT: z
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

/** The configuration of ingestion, from the environment; ends the process when it has faults. */
export const loadConfig = (): Readonly<Config> => readConfig(schema, process.env);
