import { loggedError } from '@skillstream/errors';
import type { Log } from './log.ts';

/**
 * Keeps the process alive when a driver rejects a promise that nobody holds (ioredis and kafkajs do while an
 * engine is away); a thrown bug still ends it, since its state is unknown then.
 */
export const logStrayRejections = (log: Log): void => {
  process.on('unhandledRejection', (reason) => log.error({ error: loggedError(reason) }, 'stray rejection'));
};
