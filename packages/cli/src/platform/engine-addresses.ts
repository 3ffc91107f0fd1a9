import type { EngineUrls } from '@skillstream/engines';
import { CliError } from '../terminal/cli-error.ts';
import { readRunFile } from './run-file.ts';

/** The addresses of the engines in the environment, if all three are set. */
export const externalEngines = (env: NodeJS.ProcessEnv): EngineUrls | null => {
  const { KAFKA_BROKERS: brokers, MONGO_URL: mongoUrl, REDIS_URL: redisUrl } = env;
  if (!brokers || !mongoUrl || !redisUrl) return null;
  return { kafkaBrokers: brokers.split(',').map((broker) => broker.trim()), mongoUrl, redisUrl };
};

/** Kafka's brokers: from the environment, else from the `up` that runs here. @throws CliError when there are none */
export const kafkaBrokers = (): string[] => {
  const reported = process.env['KAFKA_BROKERS'];
  if (reported) return reported.split(',').map((broker) => broker.trim());
  const running = readRunFile();
  if (!running) throw new CliError('skillstream is not running: npm start (or set KAFKA_BROKERS)');
  return running.urls.kafkaBrokers;
};

/**
 * MongoDB's address, without a database: from the environment, else from the `up` that runs here.
 * @throws CliError when there is none
 */
export const mongoUrl = (): string => {
  const reported = process.env['MONGO_URL'];
  if (reported) return reported;
  const running = readRunFile();
  if (!running) throw new CliError('skillstream is not running: npm start (or set MONGO_URL)');
  return running.urls.mongoUrl;
};
