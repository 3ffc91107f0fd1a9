import { loggedError } from '@skillstream/errors';
import { externalEngines } from '../platform/engine-addresses.ts';
import { readRunFile } from '../platform/run-file.ts';
import { CliError } from '../terminal/cli-error.ts';
import { note } from '../terminal/command.ts';
import type { Looked } from './finding.ts';
import { foundOf } from './found.ts';
import { engineFiles, lookInFiles, unreachableFiles } from './look-in-files.ts';
import { lookInKafka } from './look-in-kafka.ts';
import { lookInMongo } from './look-in-mongo.ts';
import { lookInRedis } from './look-in-redis.ts';

/**
 * Looks in a store, and goes on where it is away: it is said then that it was not searched.
 */
export const search = async (store: Looked['store'], look: () => Promise<Looked[]>): Promise<Looked[]> => {
  note(`${store} …`);
  try {
    return await look();
  } catch (error) {
    const reason = `not searched: ${loggedError(error)}`;
    return [{ store, place: 'all of it', ...foundOf([]), complete: false, reason }];
  }
};

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
  const mongo = await search('MongoDB', () => lookInMongo(urls.mongoUrl, { id, text, untilMs: until() }));
  const redis = await search('Redis', async () => [
    await lookInRedis(urls.redisUrl, { id, text, now, untilMs: until() }),
  ]);
  const kafka = await search('Kafka', () => lookInKafka(urls.kafkaBrokers, id, { untilMs: until(), now }));
  const looked = [...mongo, ...redis, ...kafka];
  if (text === undefined) return looked;
  const files = engineFiles(folder, run?.provider ?? 'external');
  if (files === null) return [...looked, unreachableFiles];
  return [...looked, ...(await search('files', async () => [await lookInFiles(files, text, until())]))];
};
