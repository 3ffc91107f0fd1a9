import {
  groups,
  postingsReceived,
  postingsTagged,
  receivedDeadLetters,
  taggedDeadLetters,
} from '@skillstream/contracts';
import type { EngineUrls } from '@skillstream/engines';
import { createTopicAdmin } from '@skillstream/messaging';
import { connectMongo } from '@skillstream/mongo';
import { connectRedis, scanKeys, silentLog } from '@skillstream/runtime';
import { checkOwnDatabase } from '../platform/own-database.ts';
import { withDatabase } from '../platform/database-url.ts';
import { createKafkaClient } from '../platform/kafka-client.ts';
import { redisPrefixOf } from '../platform/redis-prefix.ts';
import { databaseNames } from '../platform/service-specs.ts';

// `{3}:v1.0:state` is analytics' (its partition in braces), `gateway:response:…` the gateway's, `skillstream:live:v1`
// is shared by the two, `{skillstream:pipeline:v1}:replicas` by all, and `ingestion:hints` was ingestion's in earlier
// releases; other keys are not ours.
const keyPatterns = [
  '{*}:v*',
  'ingestion:*',
  'gateway:answer:*',
  'skillstream:live:*',
  '{skillstream:pipeline:*',
];
const ours = /^(\{\d+\}:v\d|ingestion:|gateway:answer:|skillstream:live:|\{skillstream:pipeline:)/;

/** Whether a Redis key is one of this release's. @param prefix what its keys begin with */
export const isSkillstreamKey = (key: string, prefix = ''): boolean =>
  key.startsWith(prefix) && ours.test(key.slice(prefix.length));

const dropTopics = async (brokers: string[]) => {
  const log = silentLog();
  const admin = createTopicAdmin(createKafkaClient(brokers), log);
  try {
    const specs = [postingsReceived, postingsTagged, receivedDeadLetters, taggedDeadLetters];
    await admin.deleteTopics(specs.map(({ name }) => name));
    await admin.deleteGroups(Object.values(groups));
  } finally {
    await admin.close();
  }
};

const withDatabases = async (
  url: string,
  act: (connection: ReturnType<typeof connectMongo>) => Promise<unknown>,
) => {
  for (const name of databaseNames()) {
    const connection = connectMongo(withDatabase(url, name), silentLog());
    try {
      await connection.asPromise();
      await act(connection);
    } finally {
      await connection.close();
    }
  }
};

const deleteKeys = async (url: string, prefix: string) => {
  const redis = connectRedis(url, silentLog());
  try {
    await new Promise<void>((resolve, reject) => redis.once('ready', resolve).once('error', reject));
    for (const pattern of keyPatterns)
      for await (const keys of scanKeys(redis, `${prefix}${pattern}`))
        // One by one: on a cluster the keys of one call must lie in one slot.
        await Promise.all(
          keys.filter((key) => isSkillstreamKey(key, prefix)).map((key) => redis.unlink(key)),
        );
  } finally {
    redis.disconnect();
  }
};

/**
 * Removes skillstream's topics, databases and views, and nothing else, from engines that are run by somebody else.
 * @throws CliError, and removes nothing, where a database is of another release than the environment's other names
 */
export const resetExternal = async (urls: EngineUrls, report: (line: string) => void): Promise<void> => {
  const prefix = redisPrefixOf(process.env);
  await withDatabases(urls.mongoUrl, (connection) => checkOwnDatabase(connection, process.env));
  await dropTopics(urls.kafkaBrokers);
  report('topics deleted');
  await withDatabases(urls.mongoUrl, (connection) => connection.dropDatabase());
  report(`databases ${databaseNames().join(' and ')} dropped`);
  await deleteKeys(urls.redisUrl, prefix);
  report('views deleted');
};
