import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@skillstream/async/testing';
import { kafkaContainerEnv } from '../../packages/engines/src/kafka-settings.ts';
import { makeAuthority, makeServerCertificate } from './certificates.ts';
import { docker } from './docker.ts';

const user = 'skillstream';
/** One per engine, so that a log can be searched for each. */
export const passwords = { kafka: 'kafka-secret-1', mongo: 'mongo-secret-2', redis: 'redis-secret-3' };
const tls = '/etc/skillstream';
const jaas = (module: string, options = '') =>
  `org.apache.kafka.common.security.${module}LoginModule required${options};`;

// The listener is not named after its protocol: the image would ask for a Java key store and for files of passwords.
const kafkaEnv = (port: number): Record<string, string> => ({
  ...kafkaContainerEnv(`localhost:${port}`),
  KAFKA_LISTENERS: 'CLIENT://:9092,INTERNAL://localhost:9094,CONTROLLER://localhost:9093',
  KAFKA_ADVERTISED_LISTENERS: `CLIENT://localhost:${port},INTERNAL://localhost:9094`,
  KAFKA_INTER_BROKER_LISTENER_NAME: 'INTERNAL',
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CLIENT:SASL_SSL,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT',
  KAFKA_SASL_ENABLED_MECHANISMS: 'PLAIN,SCRAM-SHA-512',
  KAFKA_LISTENER_NAME_CLIENT_PLAIN_SASL_JAAS_CONFIG: jaas(
    'plain.Plain',
    ` user_${user}="${passwords.kafka}"`,
  ),
  KAFKA_LISTENER_NAME_CLIENT_SCRAM___SHA___512_SASL_JAAS_CONFIG: jaas('scram.Scram'),
  KAFKA_SSL_KEYSTORE_TYPE: 'PEM',
  KAFKA_SSL_KEYSTORE_LOCATION: `${tls}/server.pem`,
  KAFKA_HEAP_OPTS: '-Xms128m -Xmx384m',
});
const mongoArgs = ['--tlsMode', 'requireTLS', '--tlsCertificateKeyFile', `${tls}/server.pem`];
const redisArgs = ['--port', '0', '--tls-port', '6379', '--tls-auth-clients', 'no'];
const redisFiles = ['--tls-cert-file', `${tls}/server.crt`, '--tls-key-file', `${tls}/server.key`];
const redisUsers = ['--user', user, 'on', `>${passwords.redis}`, '~*', '+@all', '--user', 'default', 'off'];

// Every engine reads its files as a user of its own.
const readable = (folder: string) => {
  chmodSync(folder, 0o755);
  for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o644);
};

/**
 * Kafka, MongoDB and Redis in containers that take nothing but TLS and log-ins, at three ports of this machine.
 * @param firstPort Kafka's; the two after it are MongoDB's and Redis'
 */
export const createGuardedEngines = (firstPort: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-access-'));
  const ca = makeAuthority(folder, 'authority');
  const otherCa = makeAuthority(folder, 'stranger');
  makeServerCertificate(folder, 'authority');
  readable(folder);
  const [kafkaPort, mongoPort, redisPort] = [firstPort, firstPort + 1, firstPort + 2];
  const ids: string[] = [];
  const run = async (port: string, env: Record<string, string>, image: string, ...args: string[]) => {
    const variables = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    const options = ['-p', `127.0.0.1:${port}`, '-v', `${folder}:${tls}:ro`, ...variables];
    const id = await docker('create', ...options, image, ...args);
    ids.push(id);
    return docker('start', id);
  };
  const addKafkaUser = (id: string) => {
    const entity = ['--entity-type', 'users', '--entity-name', user];
    const config = ['--alter', '--add-config', `SCRAM-SHA-512=[password=${passwords.kafka}]`];
    const tool = ['/opt/kafka/bin/kafka-configs.sh', '--bootstrap-server', 'localhost:9094'];
    return until('Kafka knows its user', () => docker('exec', id, ...tool, ...config, ...entity));
  };
  const mongoEnv = { MONGO_INITDB_ROOT_USERNAME: user, MONGO_INITDB_ROOT_PASSWORD: passwords.mongo };
  return {
    folder,
    otherCa,
    urls: {
      kafkaBrokers: [`localhost:${kafkaPort}`],
      mongoUrl: `mongodb://localhost:${mongoPort}`,
      redisUrl: `redis://localhost:${redisPort}`,
    },
    /** What a service needs to come in. */
    access: {
      ...{ KAFKA_SASL_MECHANISM: 'scram-sha-512', KAFKA_SASL_USERNAME: user },
      ...{ KAFKA_SASL_PASSWORD: passwords.kafka, KAFKA_TLS: 'true', KAFKA_TLS_CA_FILE: ca },
      ...{ MONGO_USERNAME: user, MONGO_PASSWORD: passwords.mongo, MONGO_TLS: 'true', MONGO_TLS_CA_FILE: ca },
      ...{ REDIS_USERNAME: user, REDIS_PASSWORD: passwords.redis, REDIS_TLS: 'true', REDIS_TLS_CA_FILE: ca },
    } as Record<string, string>,
    start: async () => {
      const kafka = await run(`${kafkaPort}:9092`, kafkaEnv(kafkaPort), 'apache/kafka:4.1.0');
      // A server of MongoDB 7 or newer wants to be told whose certificates it believes, also where it asks for none.
      const trust = ['--tlsCAFile', `${tls}/authority.crt`, '--tlsAllowConnectionsWithoutCertificates'];
      await run(`${mongoPort}:27017`, mongoEnv, 'mongo:8', ...mongoArgs, ...trust);
      const redis = [
        ...redisArgs,
        ...redisFiles,
        '--tls-ca-cert-file',
        `${tls}/authority.crt`,
        ...redisUsers,
      ];
      // Redis, not Valkey: a build of Valkey may lack TLS, and the protocol is the same.
      await run(`${redisPort}:6379`, {}, 'redis:8', 'redis-server', ...redis);
      await addKafkaUser(kafka);
    },
    stop: async () => {
      if (ids.length > 0) await docker('rm', '-f', '-v', ...ids);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
