import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { kafkaAccessConfig, mongoAccessConfig, redisAccessConfig } from './access-config.ts';

/** TLS with the certificate authorities of the system, or with those of one file (PEM). */
type Tls = { ca?: string };
type Login = { username?: string; password: string };
export type KafkaAccess = {
  tls?: Tls;
  /** What every name begins with: of topics, groups, transactional ids and clients. */
  prefix?: string;
  sasl?: { mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; username: string; password: string };
};
export type MongoAccess = { tls?: Tls; login?: { username: string; password: string; authSource: string } };
export type RedisAccess = { tls?: Tls; login?: Login; sentinelPassword?: string };

const tlsOf = (on: boolean, file: string | undefined): { tls?: Tls } =>
  on ? { tls: file === undefined ? {} : { ca: readFileSync(file, 'utf8') } } : {};

// Editors end files with a newline, which is not part of the password.
const passwordOf = (password: string | undefined, file: string | undefined): string | undefined =>
  file === undefined ? password : readFileSync(file, 'utf8').replace(/\r?\n$/, '');

/** The access to Kafka, and its names there, from a configuration that `completeAccess` has accepted. */
export const kafkaAccess = (config: z.infer<typeof kafkaAccessConfig>): KafkaAccess => {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username } = config;
  const password = passwordOf(config.KAFKA_SASL_PASSWORD, config.KAFKA_SASL_PASSWORD_FILE);
  return {
    ...tlsOf(config.KAFKA_TLS, config.KAFKA_TLS_CA_FILE),
    ...(config.KAFKA_PREFIX !== '' && { prefix: config.KAFKA_PREFIX }),
    ...(mechanism && username && password ? { sasl: { mechanism, username, password } } : {}),
  };
};

/** The same for MongoDB. */
export const mongoAccess = (config: z.infer<typeof mongoAccessConfig>): MongoAccess => {
  const { MONGO_USERNAME: username, MONGO_AUTH_SOURCE: authSource } = config;
  const password = passwordOf(config.MONGO_PASSWORD, config.MONGO_PASSWORD_FILE);
  return {
    ...tlsOf(config.MONGO_TLS, config.MONGO_TLS_CA_FILE),
    ...(username && password ? { login: { username, password, authSource } } : {}),
  };
};

/** The same for Redis. */
export const redisAccess = (config: z.infer<typeof redisAccessConfig>): RedisAccess => {
  const { REDIS_USERNAME: username } = config;
  const password = passwordOf(config.REDIS_PASSWORD, config.REDIS_PASSWORD_FILE);
  const sentinelPassword = config.REDIS_SENTINEL_PASSWORD;
  return {
    ...tlsOf(config.REDIS_TLS, config.REDIS_TLS_CA_FILE),
    ...(password ? { login: { ...(username ? { username } : {}), password } } : {}),
    ...(sentinelPassword ? { sentinelPassword } : {}),
  };
};
