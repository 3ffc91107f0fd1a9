import {
  connectRedis,
  createAuthorize,
  createLog,
  logStrayRejections,
  redisAccess,
  runService,
} from '@skillstream/runtime';
import { createApp } from './app.ts';
import { config } from './config.ts';

const log = createLog('gateway', config.LOG_LEVEL);
logStrayRejections(log);
const urls = {
  ingestion: config.INGESTION_URL,
  tagging: config.TAGGING_URL,
  analytics: config.ANALYTICS_URL,
};
const [redis, liveRedis] = [1, 2].map(() => connectRedis(config.REDIS_URL, log, redisAccess(config)));
const timeoutMs = config.PART_TIMEOUT_MS;
const safety = {
  corsOrigins: config.CORS_ORIGINS,
  hstsMaxAgeSeconds: config.HSTS_MAX_AGE_SECONDS,
  maxBodyBytes: config.MAX_BODY_BYTES,
  trustedProxies: config.TRUSTED_PROXIES,
  streams: { mostOfOne: config.LIVE_STREAMS_PER_CLIENT, lifeMs: config.LIVE_STREAM_LIFE_MS },
  perMinute: {
    reads: config.RATE_LIMIT_READS_PER_MINUTE,
    writes: config.RATE_LIMIT_WRITES_PER_MINUTE,
    streams: config.RATE_LIMIT_STREAMS_PER_MINUTE,
    expensive: config.RATE_LIMIT_EXPENSIVE_PER_MINUTE,
  },
};
const app = createApp({
  ...{ log, urls, timeoutMs, safety, namespace: '' },
  redis: redis!,
  liveRedis: liveRedis!,
  authorize: createAuthorize(config, log),
});
const connections = [redis!, liveRedis!].map((one) => ({
  name: 'redis',
  stop: async () => one.disconnect(),
}));
await runService({ ...app, stops: [...app.stops, ...connections] }, config, log);
