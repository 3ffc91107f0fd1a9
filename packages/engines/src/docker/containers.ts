import { kafkaContainerEnv } from '../kafka-settings.ts';
import { pingKafka } from '../probes/kafka.ts';
import { pingMongo } from '../probes/mongo.ts';
import { pingRedis } from '../probes/redis.ts';
import type { Address } from '../probes/tcp.ts';
import type { EngineName } from '../types.ts';

export type ContainerSpec = {
  image: string;
  port: number;
  /** Folder of the data inside the container. */
  dataPath: string;
  command?: string[];
  env(address: Address): Record<string, string>;
  ping(address: Address): Promise<void>;
};

const noEnv = () => ({});

/** The public images that the docker provider runs, each with its port inside the container. */
export const containerSpecs: Record<EngineName, ContainerSpec> = {
  kafka: {
    image: 'apache/kafka:4.1.0',
    port: 9092,
    // A broker advertises its address to clients, so it must know its published address from the start.
    env: ({ host, port }) => ({
      ...kafkaContainerEnv(`${host}:${port}`),
      KAFKA_HEAP_OPTS: '-Xmx512m',
      KAFKA_LOG_DIRS: '/var/lib/kafka/data',
    }),
    dataPath: '/var/lib/kafka/data',
    ping: pingKafka,
  },
  mongo: { image: 'mongo:8', port: 27017, dataPath: '/data/db', env: noEnv, ping: pingMongo },
  redis: {
    image: 'valkey/valkey:8',
    port: 6379,
    dataPath: '/data',
    command: [
      ...['valkey-server', '--appendonly', 'yes', '--maxmemory-policy', 'noeviction'],
      ...['--hash-max-listpack-entries', '128'],
    ],
    env: noEnv,
    ping: pingRedis,
  },
};
