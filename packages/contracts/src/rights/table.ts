import { LIVE_STREAM } from '../live-api.ts';
import { PIPELINE_CHANNELS, PIPELINE_KEYS } from '../pipeline-channel.ts';
import {
  groups,
  ONE_READ_GROUPS,
  postingsReceived,
  postingsTagged,
  receivedDeadLetters,
  RELAY_ID,
  taggedDeadLetters,
} from '../topics.ts';

export const engineUsers = ['ingestion', 'tagging', 'analytics', 'gateway'] as const;
/** Each service is a user of its own in the engines, named after the service. */
export type EngineUser = (typeof engineUsers)[number];

/** The administrator: may do everything in our engines, is no service, and grants the others' rights. */
export const ENGINE_ADMIN = 'skillstream';

/** Operations of Kafka's ACLs, as its own tools write them. Read, write, delete and alter each imply describe. */
export type KafkaOperation =
  'Read' | 'Write' | 'Create' | 'Delete' | 'Describe' | 'DescribeConfigs' | 'AlterConfigs';
export type KafkaRight = {
  resource: 'topic' | 'group' | 'transactional-id';
  name: string;
  /** All names with this prefix, not this name alone. */
  isPrefix?: true;
  operations: readonly KafkaOperation[];
};
export type RedisRights = {
  /** Key patterns. */
  keys: readonly string[];
  /** Key patterns that are only read; Redis before 7 cannot separate reading from writing. */
  readOnlyKeys: readonly string[];
  /** Patterns of channels. */
  channels: readonly string[];
  /** Commands besides those of every connection, including those that scripts call. */
  commands: readonly string[];
};
export type MongoRights = { database: string; actions: readonly string[] };
export type EngineRights = { kafka: readonly KafkaRight[]; redis?: RedisRights; mongo?: MongoRights };

const reads = (name: string): KafkaRight => ({ resource: 'topic', name, operations: ['Read'] });
// An erasure takes the dead letters of its postings away.
const erases = (name: string): KafkaRight => ({ resource: 'topic', name, operations: ['Read', 'Write'] });
// Of a tool that reads a topic once, in a consumer group of its own that is deleted afterwards.
const readsOnce: KafkaRight = {
  ...{ resource: 'group', name: ONE_READ_GROUPS, isPrefix: true },
  operations: ['Read', 'Delete'],
};
// The writer of a topic creates it, and repairs its settings.
const owns = (name: string, ...more: KafkaOperation[]): KafkaRight => ({
  resource: 'topic',
  name,
  operations: ['Create', 'Write', 'DescribeConfigs', 'AlterConfigs', ...more],
});
const group = (name: string, ...operations: KafkaOperation[]): KafkaRight => ({
  resource: 'group',
  name,
  operations,
});

const documents = ['find', 'insert', 'update', 'createCollection', 'createIndex', 'listIndexes'];

// Every replica shows itself: its events by publishing, its snapshot as a key.
const shows = {
  keys: [`${PIPELINE_KEYS}*`],
  channels: [`${PIPELINE_CHANNELS}*`],
  commands: ['publish', 'set', 'zadd', 'zremrangebyscore', 'zrem', 'del'],
};

/**
 * What each service may do in each engine: the least that it needs. Redis' ACL, Kafka's ACLs and MongoDB's roles are
 * derived from it, for the chart, for compose and for engines of one's own. Names are without the prefixes that a
 * release may have (`KAFKA_PREFIX`, `REDIS_PREFIX`).
 */
export const engineRights: Record<EngineUser, EngineRights> = {
  ingestion: {
    kafka: [
      owns(postingsReceived.name),
      // One producer publishes for all replicas: nobody else may fence it.
      { resource: 'transactional-id', name: RELAY_ID, operations: ['Write'] },
      // The lag of tagging, for the ledger; an erasure waits for tagging and for the facts.
      group(groups.tagging, 'Describe'),
      group(groups.facts, 'Describe'),
      { resource: 'topic', name: postingsTagged.name, operations: ['Describe'] },
      erases(receivedDeadLetters.name),
      erases(taggedDeadLetters.name),
      readsOnce,
    ],
    redis: { ...shows, readOnlyKeys: [] },
    // An erasure that found nothing is forgotten.
    mongo: { database: 'skillstream_ingestion', actions: [...documents, 'remove', 'dropIndex'] },
  },
  tagging: {
    kafka: [
      reads(postingsReceived.name),
      owns(postingsTagged.name),
      owns(receivedDeadLetters.name),
      group(groups.tagging, 'Read'),
      // The lag of analytics, which may be down.
      { ...group('analytics-', 'Describe'), isPrefix: true },
      {
        resource: 'transactional-id',
        name: `${groups.tagging}-${postingsReceived.name}-`,
        isPrefix: true,
        operations: ['Write'],
      },
    ],
    redis: { ...shows, readOnlyKeys: [] },
  },
  analytics: {
    kafka: [
      reads(postingsTagged.name),
      reads(receivedDeadLetters.name),
      owns(taggedDeadLetters.name, 'Read'),
      { ...group('analytics-', 'Read'), isPrefix: true },
      // A verification.
      readsOnce,
    ],
    redis: {
      keys: ['{*}:v*', LIVE_STREAM, ...shows.keys],
      readOnlyKeys: [],
      channels: shows.channels,
      commands: [
        ...['eval', 'evalsha', 'scan', 'hget', 'hmget', 'hgetall', 'hset', 'hdel'],
        ...['sadd', 'smembers', 'scard', 'unlink', 'xadd'],
        ...shows.commands,
      ],
    },
    mongo: {
      database: 'skillstream_analytics',
      actions: [...documents, 'remove', 'listCollections', 'dropCollection'],
    },
  },
  gateway: {
    kafka: [],
    redis: {
      keys: ['gateway:*', ...shows.keys],
      readOnlyKeys: [LIVE_STREAM],
      channels: shows.channels,
      commands: [
        ...['eval', 'evalsha', 'get', 'incrby', 'expire', 'pttl', 'xread', 'xrevrange'],
        ...['mget', 'zrangebyscore', 'subscribe', ...shows.commands],
      ],
    },
  },
};
