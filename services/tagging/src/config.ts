import { authConfig, safeAuth } from '@skillstream/auth';
import { wholeNumber } from '@skillstream/contracts';
import { httpConfig } from '@skillstream/http';
import {
  baseConfig,
  completeAccess,
  kafkaConfig,
  LONGEST_MS,
  optionalRedisConfig,
  readConfig,
} from '@skillstream/runtime';
import { taxonomyFolder } from '@skillstream/tagger';
import { z } from 'zod';

const schema = z
  .object({
    ...baseConfig.shape,
    ...httpConfig.shape,
    ...authConfig.shape,
    ...kafkaConfig.shape,
    ...optionalRedisConfig.shape,
    PORT: baseConfig.shape.PORT.default(4102),
    MANAGEMENT_PORT: baseConfig.shape.MANAGEMENT_PORT.default(4112),
    SESSION_TIMEOUT_MS: wholeNumber(6000, LONGEST_MS).default(10_000),
    TAXONOMY_FOLDER: z.string().default(taxonomyFolder),
    FAULT_INJECTION: z.string().optional(),
  })
  .superRefine(completeAccess)
  .superRefine(safeAuth);

type Config = Readonly<z.infer<typeof schema>>;

/** Reads the environment; prints every validation issue and exits the process if there is one. */
export const loadConfig = (): Config => readConfig(schema, process.env);
