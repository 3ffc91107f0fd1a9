import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@skillstream/async/testing';
import {
  ENGINE_ADMIN,
  engineRights,
  engineUsers,
  kafkaAcls,
  redisRules,
  type EngineUser,
} from '@skillstream/contracts';
import { startEngines } from '@skillstream/engines';
import { applyRights, createKafka } from '@skillstream/messaging';
import { connectRedis, silentLog } from '@skillstream/runtime';
import { serviceSpecs } from '../../packages/cli/src/platform/service-specs.ts';
import { kafkaAudit } from './kafka-audit.ts';
import { freePorts } from './platform.ts';
import { createService } from './service.ts';
import { localPublicKey } from './token.ts';

const passwordOf = (user: string) => `${user}-secret`;
const sasl = (username: string) =>
  ({ mechanism: 'plain', username, password: passwordOf(username) }) as const;

// By the machine's Java, whose Redis may be one of before 7.
const logins = () => ({
  admin: { username: ENGINE_ADMIN, password: passwordOf(ENGINE_ADMIN) },
  kafka: Object.fromEntries(
    engineUsers.filter((user) => engineRights[user].kafka.length > 0).map((user) => [user, passwordOf(user)]),
  ),
  redis: Object.fromEntries(
    engineUsers.flatMap((user) => {
      const { redis } = engineRights[user];
      if (!redis) return [];
      return [[user, [...redisRules(redis, { readOnlyKeys: false }), `>${passwordOf(user)}`]]];
    }),
  ),
});

/**
 * The whole platform over a Kafka and a Redis, started with Java, that know each service as a user of its own and let
 * it do what the table of rights says.
 */
export const startGuardedPlatform = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-rights-'));
  const engines = await startEngines({
    provider: 'java',
    logins: logins(),
    dataFolder: join(folder, 'engines'),
  });
  const { urls } = engines;
  /** A Kafka client of a user. */
  const kafkaAs = (user: EngineUser | typeof ENGINE_ADMIN) =>
    createKafka(urls.kafkaBrokers, `as-${user}`, silentLog(), { sasl: sasl(user) });
  /** A Redis connection of a user, once it is there. */
  const redisAs = async (user: EngineUser | typeof ENGINE_ADMIN) => {
    // The admin is the default user, which has no name to log in by.
    const login = { ...(user !== ENGINE_ADMIN && { username: user }), password: passwordOf(user) };
    const redis = connectRedis(urls.redisUrl, silentLog(), { login });
    await until(`Redis is there for ${user}`, () => redis.status === 'ready');
    return redis;
  };
  const setRights = () => applyRights(kafkaAs(ENGINE_ADMIN), engineUsers, kafkaAcls());
  const gatewayPort = await freePorts();
  const envOf = (user: EngineUser) => ({
    ...(engineRights[user].kafka.length > 0 && {
      ...{ KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_USERNAME: user },
      KAFKA_SASL_PASSWORD: passwordOf(user),
    }),
    ...(engineRights[user].redis && { REDIS_USERNAME: user, REDIS_PASSWORD: passwordOf(user) }),
  });
  const limits = ['READS', 'WRITES', 'STREAMS', 'EXPENSIVE'].map((name) => [
    `RATE_LIMIT_${name}_PER_MINUTE`,
    '100000',
  ]);
  const services = serviceSpecs(urls, gatewayPort, localPublicKey).map((spec) => {
    const env = { ...spec.env, ...envOf(spec.name), ...Object.fromEntries(limits) };
    return createService(spec.name, { ...spec, env }, folder);
  });
  return {
    /** What Kafka's authorizer has said so far. */
    audit: () => kafkaAudit(readFileSync(join(folder, 'engines/logs/kafka.log'), 'utf8')),
    url: `http://127.0.0.1:${gatewayPort}`,
    redisUrl: urls.redisUrl,
    kafkaAs,
    redisAs,
    setRights,
    services,
    start: async () => {
      for (const service of services) service.start();
      await Promise.all(services.map((service) => service.ready()));
    },
    stop: async () => {
      await Promise.all(services.map((service) => service.stop()));
      await engines.stop();
      if (!process.env['SKILLSTREAM_KEEP_LOGS']) rmSync(folder, { recursive: true, force: true });
    },
  };
};
