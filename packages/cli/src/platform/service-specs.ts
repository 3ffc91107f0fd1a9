import { join } from 'node:path';
import type { EngineUrls } from '@skillstream/engines';
import { withDatabase } from './database-url.ts';
import { compileCacheFolder, projectRoot } from './paths.ts';

export const serviceNames = ['ingestion', 'tagging', 'analytics', 'gateway'] as const;
export type ServiceName = (typeof serviceNames)[number];
export type ServiceSpec = { name: ServiceName; entry: string; port: number; env: Record<string, string> };

/** Our databases in MongoDB: those that the environment names, where releases share a server, or ours. */
const databasesOf = (env: NodeJS.ProcessEnv) => ({
  ingestion: env['INGESTION_DATABASE'] || 'skillstream_ingestion',
  analytics: env['ANALYTICS_DATABASE'] || 'skillstream_analytics',
});
/** Their names, by the environment of this process. */
export const databaseNames = (): string[] => Object.values(databasesOf(process.env));

/** The gateway gets the requested port, the others the three after it. */
export const portOf = (name: ServiceName, gatewayPort: number): number =>
  gatewayPort + { gateway: 0, ingestion: 1, tagging: 2, analytics: 3 }[name];

/** The management port of a service, by its port: ten more. */
export const managementPortOf = (port: number): number => port + 10;

/**
 * How each service is started: its entry file, port and environment.
 * @param publicKey verifies the tokens that are signed here
 */
export const serviceSpecs = (engines: EngineUrls, gatewayPort: number, publicKey: string): ServiceSpec[] => {
  const databases = databasesOf(process.env);
  const urlOf = (name: ServiceName) => `http://127.0.0.1:${portOf(name, gatewayPort)}`;
  const own: Record<ServiceName, Record<string, string>> = {
    ingestion: {
      MONGO_URL: withDatabase(engines.mongoUrl, databases.ingestion),
      REDIS_URL: engines.redisUrl,
    },
    tagging: { REDIS_URL: engines.redisUrl },
    analytics: {
      MONGO_URL: withDatabase(engines.mongoUrl, databases.analytics),
      REDIS_URL: engines.redisUrl,
    },
    gateway: {
      REDIS_URL: engines.redisUrl,
      INGESTION_URL: urlOf('ingestion'),
      TAGGING_URL: urlOf('tagging'),
      ANALYTICS_URL: urlOf('analytics'),
    },
  };
  return serviceNames.map((name) => ({
    name,
    entry: join(projectRoot, 'services', name, 'src/index.ts'),
    port: portOf(name, gatewayPort),
    env: {
      HOST: '127.0.0.1',
      PORT: String(portOf(name, gatewayPort)),
      MANAGEMENT_PORT: String(managementPortOf(portOf(name, gatewayPort))),
      KAFKA_BROKERS: engines.kafkaBrokers.join(','),
      AUTH_DEMO_PUBLIC_KEY: publicKey,
      NODE_COMPILE_CACHE: compileCacheFolder,
      ...own[name],
    },
  }));
};
