import { fileURLToPath } from 'node:url';
import {
  authConfig,
  baseConfig,
  completeAccess,
  kafkaConfig,
  readConfig,
  safeAuth,
} from '@skillstream/runtime';
import { z } from 'zod';

const schema = z
  .object({
    ...baseConfig.shape,
    ...authConfig.shape,
    ...kafkaConfig.shape,
    PORT: baseConfig.shape.PORT.default(4102),
    SESSION_TIMEOUT_MS: z.coerce.number().int().min(6000).default(10_000),
    TAXONOMY_FOLDER: z.string().default(fileURLToPath(new URL('../taxonomy', import.meta.url))),
    FAULT: z.string().optional(),
  })
  .superRefine(completeAccess)
  .superRefine(safeAuth);

export type Config = Readonly<z.infer<typeof schema>>;

/** Reads the environment; prints every fault and ends the process if there is one. */
export const loadConfig = (): Config => readConfig(schema, process.env);
