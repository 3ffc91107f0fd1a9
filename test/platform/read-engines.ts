import type { EngineUrls } from '@skillstream/engines';
import { createKafka } from '@skillstream/messaging';
import { connectRedis, silentLog } from '@skillstream/runtime';
import { connectedMongo } from './connected-mongo.ts';

const internal = /^(__|admin$|config$|local$)/;
const theirs = (names: string[]) => names.filter((name) => !internal.test(name)).sort();

/** Looks into engines without the services, and puts something of somebody else's beside what is ours. */
export const readEngines = async ({ kafkaBrokers, mongoUrl, redisUrl }: EngineUrls) => {
  const log = silentLog();
  const topics = createKafka(kafkaBrokers, 'read-engines', log).admin();
  await topics.connect();
  const mongo = await connectedMongo(mongoUrl);
  const redis = connectRedis(redisUrl, log);
  return {
    putForeign: async () => {
      await topics.createTopics({ topics: [{ topic: 'foreign' }], waitForLeaders: true });
      await mongo.getClient().db('foreign').collection('things').insertOne({ name: 'foreign' });
      await redis.set('foreign', '1');
    },
    look: async () => ({
      topics: theirs(await topics.listTopics()),
      databases: theirs(
        (await mongo.getClient().db().admin().listDatabases()).databases.map(({ name }) => name),
      ),
      keys: (await redis.keys('*')).sort(),
    }),
    close: async () => {
      await topics.disconnect();
      await mongo.close();
      redis.disconnect();
    },
  };
};
