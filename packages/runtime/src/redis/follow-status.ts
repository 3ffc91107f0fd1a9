import type { Cluster, Redis } from 'ioredis';
import type { Log } from '../log.ts';
import { refusalOf } from '../refusal.ts';

// Why there is no connection, for readiness checks.
const refusals = new WeakMap<object, Error>();

/** Why there is no connection; undefined while there is one. */
export const refusalsOf = (redis: object): Error | undefined => refusals.get(redis);

/**
 * Logs once when Redis becomes unavailable and once when it is back, and stores the reason.
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
  // Of one node of a cluster; others may be available.
  redis.on('node error', (error: Error, node: string) =>
    log.debug({ node, error: error.message }, 'redis node not reachable'),
  );
  // The driver reports no error if the server closes the connection: it only reconnects.
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
