import { createLog, createShutdown, exitOnSignals, listen, logStrayRejections } from '@skillstream/runtime';
import { createApp } from './app.ts';
import { config } from './config.ts';

const log = createLog('gateway', config.LOG_LEVEL);
logStrayRejections(log);

const { app, readiness, close } = createApp({
  log,
  urls: { ingestion: config.INGESTION_URL, tagging: config.TAGGING_URL, analytics: config.ANALYTICS_URL },
  timeoutMs: config.PART_TIMEOUT_MS,
});
const { server, port } = await listen(app, config.PORT, config.HOST);
// A stream of postings may be sent for as long as it likes; Node would end it after five minutes.
server.requestTimeout = 0;
log.info({ port, host: config.HOST }, 'listening');

const plan = { log, timeoutMs: config.SHUTDOWN_TIMEOUT_MS, waitMs: config.SHUTDOWN_WAIT_MS };
const stops = [{ name: 'connections', stop: close }];
exitOnSignals(createShutdown({ ...plan, readiness, server, stops }), plan);
