import { createAuthorize } from '@skillstream/auth';
import { runService } from '@skillstream/http';
import { createKafka, createTopicAdmin } from '@skillstream/messaging';
import {
  connectOptionalRedis,
  createFaultInjection,
  createLog,
  createMetrics,
  kafkaAccess,
  logStrayRejections,
  readAtStart,
  reportCrashes,
  serviceTelemetry,
} from '@skillstream/runtime';
import { loadModel, loadTaxonomy } from '@skillstream/tagger';
import { createApp } from './app.ts';
import { loadConfig } from './config.ts';

const config = loadConfig();
const log = createLog('tagging', config.LOG_LEVEL);
logStrayRejections(log);
reportCrashes(log, config);
const telemetry = await serviceTelemetry('tagging', config, log);
const kafka = createKafka(config.KAFKA_BROKERS, 'tagging', log, kafkaAccess(config));
const admin = createTopicAdmin(kafka, log, config.REPLICATION_FACTOR);
const redis = connectOptionalRedis(config, log);
const app = createApp({
  ...{ kafka, admin, log, telemetry },
  channel: { redis, namespace: config.REDIS_PREFIX },
  taxonomy: readAtStart(() => loadTaxonomy(config.TAXONOMY_FOLDER)),
  model: loadModel(),
  authorize: createAuthorize(config, log),
  metrics: createMetrics('tagging'),
  faultInjection: readAtStart(() => createFaultInjection(config.FAULT_INJECTION)),
  topicPartitions: config.TOPIC_PARTITIONS,
  sessionTimeoutMs: config.SESSION_TIMEOUT_MS,
});
const connections = [
  { name: 'traces', stop: telemetry.close },
  { name: 'kafka', stop: admin.close },
  { name: 'redis', stop: async () => redis?.disconnect() },
];
await runService({ ...app, stops: [...app.stops, ...connections] }, config, log);
