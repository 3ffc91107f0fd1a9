import { groups, postingsReceived } from '@skillstream/contracts';
import { createKafka } from '@skillstream/messaging';
import {
  connectMongo,
  createAuthorize,
  createLog,
  kafkaAccess,
  logStrayRejections,
  mongoAccess,
  runService,
} from '@skillstream/runtime';
import { createApp } from './app.ts';
import { loadConfig } from './config.ts';
import { faultHooks } from './fault-injection.ts';

const config = loadConfig();
const log = createLog('ingestion', config.LOG_LEVEL);
logStrayRejections(log);

const app = createApp({
  log,
  mongo: connectMongo(config.MONGO_URL, log, mongoAccess(config)),
  kafka: createKafka(config.KAFKA_BROKERS, 'skillstream-ingestion', log, kafkaAccess(config)),
  authorize: createAuthorize(config, log),
  hooks: faultHooks(config.FAULT),
  settings: {
    topic: postingsReceived,
    partitions: config.TOPIC_PARTITIONS,
    replicationFactor: config.REPLICATION_FACTOR,
    collectionPrefix: '',
    taggingGroup: groups.tagging,
    transactionalId: 'ingestion-relay',
    backlogLimit: config.BACKLOG_LIMIT,
    leaseMs: config.LEASE_MS,
    patienceMs: 20_000,
    maxLineBytes: config.MAX_LINE_BYTES,
    maxBodyBytes: config.MAX_BODY_BYTES,
  },
});
await runService(app, config, log);
