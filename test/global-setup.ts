import { startEngines, type Engines } from '../packages/engines/src/index.ts';

declare global {
  var skillstreamEngines: Engines | undefined;
}

/**
 * Starts one set of engines for the whole jest run and leaves their addresses in the environment, where
 * `sharedEngines()` finds them. Docker is not tried: its start would be the slowest part of the run.
 */
export default async function globalSetup(): Promise<void> {
  const given = ['KAFKA_BROKERS', 'MONGO_URL', 'REDIS_URL'].some((name) => process.env[name]);
  const engines = await startEngines({
    provider: given ? 'external' : 'java',
    report: (line) => process.stderr.write(`${line}\n`),
  });
  globalThis.skillstreamEngines = engines;
  process.env['SKILLSTREAM_TEST_KAFKA'] = engines.urls.kafkaBrokers.join(',');
  process.env['SKILLSTREAM_TEST_MONGO'] = engines.urls.mongoUrl;
  process.env['SKILLSTREAM_TEST_REDIS'] = engines.urls.redisUrl;
}
