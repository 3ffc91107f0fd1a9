import { postingsReceived } from '@skillstream/contracts';
import { createKafka } from '@skillstream/messaging';
import { connectMongo, connectRedis, createLog, logStrayRejections, runService } from '@skillstream/runtime';
import { createApp } from './app.ts';
import { loadConfig } from './config.ts';
import { faultHooks } from './faults.ts';

const config = loadConfig();
const log = createLog('ingestion', config.LOG_LEVEL);
logStrayRejections(log);

const app = createApp({
  log,
  mongo: connectMongo(config.MONGO_URL, log),
  redis: connectRedis(config.REDIS_URL, log),
  kafka: createKafka(config.KAFKA_BROKERS, 'skillstream-ingestion', log),
  hooks: faultHooks(config.FAULT),
  settings: {
    topic: postingsReceived,
    partitions: config.TOPIC_PARTITIONS,
    collectionPrefix: '',
    hintsKey: 'ingestion:hints',
    transactionalId: 'ingestion-relay',
    backlogLimit: config.BACKLOG_LIMIT,
    leaseMs: config.LEASE_MS,
    sweepEveryMs: config.SWEEP_EVERY_MS,
    maxLineBytes: config.MAX_LINE_BYTES,
    maxBodyBytes: config.MAX_BODY_BYTES,
  },
});
await runService(app, config, log);
