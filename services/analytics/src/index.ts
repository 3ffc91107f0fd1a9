import { createKafka, createTopicAdmin } from '@skillstream/messaging';
import {
  connectMongo,
  connectRedis,
  createFaultPoint,
  createLog,
  createMetrics,
  logStrayRejections,
  runService,
} from '@skillstream/runtime';
import { createApp } from './app.ts';
import { loadConfig } from './config.ts';

const config = loadConfig();
const log = createLog('analytics', config.LOG_LEVEL);
logStrayRejections(log);
const kafka = createKafka(config.KAFKA_BROKERS, 'analytics', log);
const admin = createTopicAdmin(kafka, log);
const mongo = connectMongo(config.MONGO_URL, log);
const redis = connectRedis(config.REDIS_URL, log);
const app = createApp({
  ...{ kafka, admin, mongo, redis, log, namespace: '' },
  metrics: createMetrics('analytics'),
  faultPoint: createFaultPoint(config.FAULT),
  topicPartitions: config.TOPIC_PARTITIONS,
  sessionTimeoutMs: config.SESSION_TIMEOUT_MS,
  viewMaxAgeMs: config.VIEW_MAX_AGE_MS,
});
const connections = [
  { name: 'kafka', stop: admin.close },
  { name: 'redis', stop: async () => redis.disconnect() },
  { name: 'mongo', stop: () => mongo.close() },
];
await runService({ ...app, stops: [...app.stops, ...connections] }, config, log);
