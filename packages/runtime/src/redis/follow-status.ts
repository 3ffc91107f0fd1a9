import type { Cluster, Redis } from 'ioredis';
import type { Log } from '../log.ts';
import { refusalOf } from '../refusal.ts';

// Why a connection is not there, for whoever asks whether it is ready.
const refusals = new WeakMap<object, Error>();

/** Why a connection is not there; undefined while it is. */
export const refusalsOf = (redis: object): Error | undefined => refusals.get(redis);

/**
 * Logs once when Redis goes away and once when it is back, and remembers why it is away.
 * @returns the same connection
 */
export const followStatus = <R extends Redis | Cluster>(redis: R, log: Log): R => {
  let saidAway = false;
  let knowsWhy = false;
  const refused = (error: Error) => {
    const refusal = refusalOf(error);
    refusals.set(redis, refusal);
    if (!saidAway) log.warn({ error: refusal.message }, 'redis not reachable');
    saidAway = true;
    knowsWhy = true;
  };
  redis.on('error', refused);
  // Of one node of a cluster; the others may be there.
  redis.on('node error', (error: Error, node: string) =>
    log.debug({ node, error: error.message }, 'redis node not reachable'),
  );
  // A server that hangs up is no error to the driver: it only tries again.
  redis.on('reconnecting', () => {
    if (!knowsWhy) refused(new Error('connection closed'));
    knowsWhy = false;
  });
  redis.on('ready', () => {
    saidAway = false;
    refusals.delete(redis);
    log.info('redis connected');
  });
  return redis;
};
