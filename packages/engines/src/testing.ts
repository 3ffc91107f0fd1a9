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

/**
 * Closes a connection to a test's own database and drops that first, if it can: on a busy machine the driver may give
 * up on it, and the engines end with the run anyway, whereas a connection that is left open keeps the run from ending.
 */
export async function dropAndClose(connection: {
  dropDatabase: () => Promise<unknown>;
  close: () => Promise<unknown>;
}): Promise<void> {
  await connection.dropDatabase().catch(() => undefined);
  await connection.close();
}
