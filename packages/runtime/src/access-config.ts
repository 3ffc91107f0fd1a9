import { readFileSync } from 'node:fs';
import { namePrefix } from '@skillstream/contracts';
import { z } from 'zod';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');
const word = z.string().min(1).optional();
const file = word.refine((path) => path === undefined || isReadable(path), 'names no file that can be read');

const isReadable = (path: string): boolean => {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
};

/** Authentication, TLS and names for Kafka. A password may be in a file, as secrets of containers are. */
export const kafkaAccessConfig = z.object({
  KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  KAFKA_SASL_USERNAME: word,
  KAFKA_SASL_PASSWORD: word,
  KAFKA_SASL_PASSWORD_FILE: file,
  KAFKA_TLS: flag,
  KAFKA_TLS_CA_FILE: file,
  KAFKA_PREFIX: namePrefix.default(''),
});
/** The same for MongoDB; the password is not in the URL, so that the URL can be shown. */
export const mongoAccessConfig = z.object({
  MONGO_USERNAME: word,
  MONGO_PASSWORD: word,
  MONGO_PASSWORD_FILE: file,
  MONGO_AUTH_SOURCE: z.string().min(1).default('admin'),
  MONGO_TLS: flag,
  MONGO_TLS_CA_FILE: file,
});
/** The same for Redis; without a user name the password is that of the default user. */
export const redisAccessConfig = z.object({
  REDIS_USERNAME: word,
  REDIS_PASSWORD: word,
  REDIS_PASSWORD_FILE: file,
  // Sentinels have passwords of their own, or none.
  REDIS_SENTINEL_PASSWORD: word,
  REDIS_TLS: flag,
  REDIS_TLS_CA_FILE: file,
  REDIS_PREFIX: namePrefix.default(''),
});

type Given = Readonly<Record<string, unknown>>;

// Each of these needs the other.
const pairs = [
  ['KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME'],
  ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'],
  ['KAFKA_SASL_PASSWORD', 'KAFKA_SASL_MECHANISM'],
  ['MONGO_USERNAME', 'MONGO_PASSWORD'],
  ['MONGO_PASSWORD', 'MONGO_USERNAME'],
  ['REDIS_USERNAME', 'REDIS_PASSWORD'],
  ['KAFKA_TLS_CA_FILE', 'KAFKA_TLS'],
  ['MONGO_TLS_CA_FILE', 'MONGO_TLS'],
  ['REDIS_TLS_CA_FILE', 'REDIS_TLS'],
] as const;

const passwords = ['KAFKA_SASL_PASSWORD', 'MONGO_PASSWORD', 'REDIS_PASSWORD'] as const;

/** A refinement of a service's configuration: names what is missing for authentication or TLS. */
export const completeAccess = (config: Given, context: z.core.$RefinementCtx): void => {
  const has = (name: string) => Boolean(config[name] || config[`${name}_FILE`]);
  for (const [given, needed] of pairs)
    if (has(given) && !has(needed))
      context.addIssue({ code: 'custom', path: [needed], message: `is needed with ${given}` });
  for (const name of passwords)
    if (config[name] && config[`${name}_FILE`])
      context.addIssue({ code: 'custom', path: [name], message: `is given twice, also by ${name}_FILE` });
};
