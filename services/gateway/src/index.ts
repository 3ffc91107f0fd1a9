import { createLog, logStrayRejections, runService } from '@skillstream/runtime';
import { createApp } from './app.ts';
import { config } from './config.ts';

const log = createLog('gateway', config.LOG_LEVEL);
logStrayRejections(log);
const urls = {
  ingestion: config.INGESTION_URL,
  tagging: config.TAGGING_URL,
  analytics: config.ANALYTICS_URL,
};
await runService(createApp({ log, urls, timeoutMs: config.PART_TIMEOUT_MS }), config, log);
