import { appError } from '@skillstream/errors';
import type { Engines } from './types.ts';

/**
 * Returns engines that are managed elsewhere, at the addresses in the environment. Nothing is started, stopped or
 * awaited: services wait for their engines themselves.
 */
export function externalEngines(env: NodeJS.ProcessEnv, reason: string): Engines {
  const refuse = async () => {
    throw appError('conflict', 'External engines are not ours to kill or start.');
  };
  const kafkaBrokers = (env['KAFKA_BROKERS'] ?? '').split(',').map((broker) => broker.trim());
  return {
    provider: 'external',
    reason,
    urls: {
      kafkaBrokers: kafkaBrokers.filter((broker) => broker !== ''),
      mongoUrl: env['MONGO_URL'] ?? '',
      redisUrl: env['REDIS_URL'] ?? '',
    },
    pids: {},
    kill: refuse,
    start: refuse,
    stop: async () => {},
  };
}
