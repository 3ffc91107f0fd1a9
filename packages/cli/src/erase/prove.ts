import { externalEngines } from '../platform/engine-addresses.ts';
import { readRunFile } from '../platform/run-file.ts';
import { CliError } from '../terminal/cli-error.ts';
import { note } from '../terminal/command.ts';
import type { Looked } from './finding.ts';
import { engineFiles, lookInFiles, unreachableFiles } from './look-in-files.ts';
import { lookInKafka } from './look-in-kafka.ts';
import { lookInMongo } from './look-in-mongo.ts';
import { lookInRedis } from './look-in-redis.ts';

/**
 * Looks for a posting in every store that can be reached, for so many seconds in each.
 * @param folder the data folder of the engines, where it was named; otherwise it is looked at where they run from it
 */
export const prove = async (
  id: string,
  { text, folder, seconds }: { text: string | undefined; folder: string | undefined; seconds: number },
): Promise<Looked[]> => {
  const external = externalEngines(process.env);
  const run = external ? null : readRunFile();
  const urls = external ?? run?.urls;
  if (!urls)
    throw new CliError(
      'skillstream is not running: npm start (or set KAFKA_BROKERS, MONGO_URL and REDIS_URL)',
    );
  const now = new Date();
  const until = () => performance.now() + seconds * 1000;
  note('MongoDB …');
  const mongo = await lookInMongo(urls.mongoUrl, { id, text, untilMs: until() });
  note('Redis …');
  const redis = await lookInRedis(urls.redisUrl, { id, text, now, untilMs: until() });
  note('Kafka …');
  const kafka = await lookInKafka(urls.kafkaBrokers, id, { untilMs: until(), now });
  const looked = [...mongo, redis, ...kafka];
  if (text === undefined) return looked;
  const files = engineFiles(folder, run?.provider ?? 'external');
  if (files === null) return [...looked, unreachableFiles];
  note('files …');
  return [...looked, await lookInFiles(files, text, until())];
};
