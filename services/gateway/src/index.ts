import { createAuthorize } from '@skillstream/auth';
import { runService } from '@skillstream/http';
import {
  connectRedis,
  createLog,
  logStrayRejections,
  redisAccess,
  reportCrashes,
  serviceTelemetry,
} from '@skillstream/runtime';
import { createApp } from './app.ts';
import { loadConfig, safetyOf, urlsOf } from './config.ts';
import { signInOf } from './sign-in/sign-in-config.ts';

const config = loadConfig();
const log = createLog('gateway', config.LOG_LEVEL);
logStrayRejections(log);
reportCrashes(log, config);
const telemetry = await serviceTelemetry('gateway', config, log);

const connect = () => connectRedis(config.REDIS_URL, log, redisAccess(config));
const [redis, liveRedis, pipelineRedis] = [connect(), connect(), connect()];
const app = createApp({
  ...{ log, telemetry, redis, liveRedis, pipelineRedis, namespace: config.REDIS_PREFIX },
  urls: urlsOf(config),
  timeoutMs: config.UPSTREAM_TIMEOUT_MS,
  safety: safetyOf(config),
  authorize: createAuthorize(config, log),
  signIn: signInOf(config),
});
const connections = [redis, liveRedis, pipelineRedis].map((one) => ({
  name: 'redis',
  stop: async () => one.disconnect(),
}));
const traces = { name: 'traces', stop: telemetry.close };
await runService({ ...app, stops: [...app.stops, traces, ...connections] }, config, log);
