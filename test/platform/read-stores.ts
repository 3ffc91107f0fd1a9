import { until } from '@skillstream/async/testing';
import type { EngineUrls } from '@skillstream/engines';
import { createKafka, createTopicAdmin, readRange, toTheEnd } from '@skillstream/messaging';
import { connectRedis, silentLog, type Redis } from '@skillstream/runtime';
import { connectedMongo } from './connected-mongo.ts';

const log = silentLog();

const textOfMongo = async (url: string): Promise<string> => {
  const mongo = await connectedMongo(url);
  try {
    const client = mongo.getClient();
    const texts: string[] = [];
    const { databases } = await client.db().admin().listDatabases();
    for (const { name } of databases)
      for (const collection of await client.db(name).collections())
        for await (const document of collection.find({}, { promoteBuffers: true }))
          // Buffers hold JSON.
          texts.push(JSON.stringify(document, (_, value) => (isBytes(value) ? textOfBytes(value) : value)));
    return texts.join('\n');
  } finally {
    await mongo.close();
  }
};

type Bytes = { type: 'Buffer'; data: number[] };
const isBytes = (value: unknown): value is Bytes =>
  typeof value === 'object' && value !== null && (value as Bytes).type === 'Buffer';
const textOfBytes = ({ data }: Bytes): string => Buffer.from(data).toString('utf8');

const textOfKafka = async (brokers: string[], topics: string[]): Promise<string> => {
  const kafka = createKafka(brokers, 'read-stores', log);
  const admin = createTopicAdmin(kafka, log);
  const texts: string[] = [];
  const keep = toTheEnd((_, records) => {
    for (const { key, headers, value } of records)
      texts.push(String(key), JSON.stringify(headers), String(value));
  });
  try {
    for (const topic of topics) await readRange({ kafka, admin }, topic, keep);
    return texts.join('\n');
  } finally {
    await admin.close();
  }
};

const textOfKey = async (redis: Redis, key: string): Promise<unknown> => {
  switch (await redis.type(key)) {
    case 'hash':
      return redis.hgetall(key);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1');
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'stream':
      return redis.xrange(key, '-', '+');
    default:
      return redis.get(key);
  }
};
const textOfRedis = async (url: string): Promise<string> => {
  const redis = connectRedis(url, log);
  try {
    await until('redis answers', () => redis.status === 'ready');
    const texts: string[] = [];
    for (const key of await redis.keys('*'))
      texts.push(`${key} ${JSON.stringify(await textOfKey(redis, key))}`);
    return texts.join('\n');
  } finally {
    redis.disconnect();
  }
};

/** All that the engines hold, as text, without asking the services. */
export const readStores = async (urls: EngineUrls, topics: string[]) => ({
  mongo: await textOfMongo(urls.mongoUrl),
  kafka: await textOfKafka(urls.kafkaBrokers, topics),
  redis: await textOfRedis(urls.redisUrl),
});
