import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineLogins, EngineName } from '../types.ts';
import { pingKafka } from '../probes/kafka.ts';
import { pingMongo } from '../probes/mongo.ts';
import { pingRedis } from '../probes/redis.ts';
import type { Address } from '../probes/tcp.ts';
import { classPath } from './cache.ts';
import type { EngineSpec } from './engine-process.ts';
import { kafkaProperties } from '../kafka-settings.ts';
import type { Ports } from '../ports.ts';
import { redisArguments } from './redis-settings.ts';
import { findRedis } from './redis-binary.ts';
import { javaTool } from './tools.ts';

/** One collector thread and small heaps: three servers and four services share a laptop. */
const kafkaMemory = ['-Xms64m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const mongoMemory = ['-Xms192m', '-Xmn128m', '-Xmx768m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** Log configuration of Kafka with a line for each authorization decision. */
const auditSettings = async (from: string, to: string): Promise<string> => {
  const logger = 'logger.audit.name = kafka.authorizer.logger\nlogger.audit.level = debug\n';
  await writeFile(to, (await readFile(from, 'utf8')) + logger);
  return to;
};

/** Creates the folders and settings of the three engines under `dataFolder`, and returns how to run each. */
export async function engineSpecs(deps: {
  cacheFolder: string;
  dataFolder: string;
  ports: Ports;
  env: NodeJS.ProcessEnv;
  logins?: EngineLogins | undefined;
}): Promise<Record<EngineName, EngineSpec>> {
  const { cacheFolder, dataFolder, ports, env, logins } = deps;
  const folder = (name: string) => join(dataFolder, name);
  for (const name of ['kafka', 'mongo', 'redis', 'logs']) await mkdir(folder(name), { recursive: true });
  const settings = folder('kafka.properties');
  await writeFile(
    settings,
    kafkaProperties({
      port: ports.kafka,
      controllerPort: ports.kafkaController,
      folder: folder('kafka'),
      logins,
    }),
  );
  const logSettings = join(cacheFolder, 'log4j2.properties');
  const java = (settingsFile: string) => [
    `-Dlog4j2.configurationFile=${settingsFile}`,
    '-cp',
    classPath(cacheFolder),
  ];
  const kafkaLogSettings = logins
    ? await auditSettings(logSettings, folder('kafka-log.properties'))
    : logSettings;
  const spec = (
    name: EngineName,
    command: string,
    args: string[],
    ping: (address: Address) => Promise<void>,
  ): EngineSpec => ({
    name,
    command,
    args,
    logFile: join(dataFolder, 'logs', `${name}.log`),
    probe: () => ping({ host: '127.0.0.1', port: ports[name] }),
  });
  return {
    kafka: spec(
      'kafka',
      javaTool('java', env),
      [...kafkaMemory, ...java(kafkaLogSettings), 'skillstream.engines.KafkaNode', settings],
      pingKafka,
    ),
    mongo: spec(
      'mongo',
      javaTool('java', env),
      [
        ...mongoMemory,
        ...java(logSettings),
        'skillstream.engines.MongoNode',
        String(ports.mongo),
        folder('mongo'),
      ],
      pingMongo,
    ),
    redis: spec(
      'redis',
      await findRedis(cacheFolder),
      redisArguments({ port: ports.redis, folder: folder('redis'), logins }),
      (address) => pingRedis(address, logins?.admin.password),
    ),
  };
}
