import { connectRedis, createLog, logStrayRejections, redisAccess, runService } from '@skillstream/runtime';
import { createApp } from './app.ts';
import { config } from './config.ts';

const log = createLog('gateway', config.LOG_LEVEL);
logStrayRejections(log);
const urls = {
  ingestion: config.INGESTION_URL,
  tagging: config.TAGGING_URL,
  analytics: config.ANALYTICS_URL,
};
const redis = connectRedis(config.REDIS_URL, log, redisAccess(config));
const app = createApp({ log, urls, redis, timeoutMs: config.PART_TIMEOUT_MS, namespace: '' });
const connections = [{ name: 'redis', stop: async () => redis.disconnect() }];
await runService({ ...app, stops: [...app.stops, ...connections] }, config, log);
