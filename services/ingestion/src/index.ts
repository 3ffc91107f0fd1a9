import { createAuthorize } from '@skillstream/auth';
import { groups, postingsReceived, postingsTagged } from '@skillstream/contracts';
import { runService } from '@skillstream/http';
import { createKafka, createTopicAdmin } from '@skillstream/messaging';
import { connectMongo } from '@skillstream/mongo';
import {
  connectOptionalRedis,
  createLog,
  kafkaAccess,
  logStrayRejections,
  mongoAccess,
  reportCrashes,
  serviceTelemetry,
} from '@skillstream/runtime';
import { createApp } from './app.ts';
import { loadConfig } from './config.ts';
import { faultInjectionHooks } from './outbox/fault-injection.ts';

const config = loadConfig();
const log = createLog('ingestion', config.LOG_LEVEL);
logStrayRejections(log);
reportCrashes(log, config);
const telemetry = await serviceTelemetry('ingestion', config, log);

const mongo = connectMongo(config.MONGO_URL, log, mongoAccess(config));
const kafka = createKafka(config.KAFKA_BROKERS, 'skillstream-ingestion', log, kafkaAccess(config));
const admin = createTopicAdmin(kafka, log, config.REPLICATION_FACTOR);
const redis = connectOptionalRedis(config, log);
const app = createApp({
  ...{ log, mongo, kafka, admin, telemetry },
  channel: { redis, namespace: config.REDIS_PREFIX },
  authorize: createAuthorize(config, log),
  hooks: faultInjectionHooks(config.FAULT_INJECTION),
  settings: {
    partitions: config.TOPIC_PARTITIONS,
    letterReaders: [
      { group: groups.tagging, topic: postingsReceived.name },
      { group: groups.facts, topic: postingsTagged.name },
    ],
    ...{ backlogLimit: config.BACKLOG_LIMIT, leaseMs: config.LEASE_MS, patienceMs: 20_000 },
    ...{ maxLineBytes: config.MAX_LINE_BYTES, maxBodyBytes: config.MAX_BODY_BYTES },
    retention: { months: config.RETENTION_MONTHS, bySource: config.RETENTION_MONTHS_BY_SOURCE },
    linking: config.LINKING === 'on',
    boards: { file: config.BOARDS_FILE ?? null, everyMs: config.BOARDS_EVERY_MS, lookEveryMs: 5000 },
  },
});
const connections = [
  { name: 'traces', stop: telemetry.close },
  { name: 'kafka', stop: admin.close },
  { name: 'redis', stop: async () => redis?.disconnect() },
  { name: 'mongo', stop: () => mongo.close() },
];
await runService({ ...app, stops: [...app.stops, ...connections] }, config, log);
