import { createAuthorize } from '@skillstream/auth';
import { runService } from '@skillstream/http';
import { createKafka, createTopicAdmin } from '@skillstream/messaging';
import { connectMongo } from '@skillstream/mongo';
import {
  connectRedis,
  createFaultInjection,
  createLog,
  createMetrics,
  kafkaAccess,
  logStrayRejections,
  mongoAccess,
  readAtStart,
  redisAccess,
  reportCrashes,
  serviceTelemetry,
} from '@skillstream/runtime';
import { createApp } from './app.ts';
import { loadConfig, settingsOf } from './config.ts';
import { loadReports } from './queries/report/load-reports.ts';

const config = loadConfig();
const reports = readAtStart(() => loadReports(config.REPORTS_FOLDER));
const log = createLog('analytics', config.LOG_LEVEL);
logStrayRejections(log);
reportCrashes(log, config);
const telemetry = await serviceTelemetry('analytics', config, log);
const kafka = createKafka(config.KAFKA_BROKERS, 'analytics', log, kafkaAccess(config));
const admin = createTopicAdmin(kafka, log, config.REPLICATION_FACTOR);
const mongo = connectMongo(config.MONGO_URL, log, mongoAccess(config));
const redis = connectRedis(config.REDIS_URL, log, redisAccess(config));
const app = createApp({
  ...{ kafka, admin, mongo, redis, log, telemetry, reports, namespace: config.REDIS_PREFIX },
  ...{ authorize: createAuthorize(config, log), metrics: createMetrics('analytics') },
  faultInjection: readAtStart(() => createFaultInjection(config.FAULT_INJECTION)),
  ...settingsOf(config),
});
const connections = [
  { name: 'traces', stop: telemetry.close },
  { name: 'kafka', stop: admin.close },
  { name: 'redis', stop: async () => redis.disconnect() },
  { name: 'mongo', stop: () => mongo.close() },
];
await runService({ ...app, stops: [...app.stops, ...connections] }, config, log);
