import { appError } from '@skillstream/errors';
import type { EngineUrls } from './types.ts';

/**
 * Returns the engines that this jest run shares: its global set-up starts them once and stores their addresses in the
 * environment. Tests are isolated by their own database, topic prefix and key prefix.
 */
export async function sharedEngines(): Promise<EngineUrls> {
  const read = (name: string) => {
    const value = process.env[name];
    if (!value) throw appError('misconfigured', `${name} is not set: run this by jest's int or e2e project.`);
    return value;
  };
  return {
    kafkaBrokers: read('SKILLSTREAM_TEST_KAFKA').split(','),
    mongoUrl: read('SKILLSTREAM_TEST_MONGO'),
    redisUrl: read('SKILLSTREAM_TEST_REDIS'),
  };
}
