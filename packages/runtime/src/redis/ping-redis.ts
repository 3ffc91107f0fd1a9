import { appError, messageOf } from '@skillstream/errors';
import { Cluster, type Redis as SingleRedis } from 'ioredis';
import type { Redis } from './connect-redis.ts';
import { refusalsOf } from './follow-status.ts';

const clusterIsWhole = async (redis: Cluster): Promise<boolean> => {
  // The driver can send this before it knows the slots of the nodes.
  if (redis.status !== 'ready') throw appError('unavailable', 'the Redis Cluster is not connected yet');
  const info = String(await redis.cluster('INFO'));
  if (/^cluster_state:ok\r?$/m.test(info)) return true;
  throw appError('unavailable', 'the Redis Cluster does not serve all slots now');
};

// Some users may not query the role; a replica still refuses their writes, which reopens the connection.
const notAllowed = /NOPERM|unknown|unsupported|not allowed/i;
const roleOf = async (redis: SingleRedis): Promise<string> => {
  try {
    return /^role:(\w+)/m.exec(await redis.info('replication'))?.[1] ?? 'master';
  } catch (error) {
    if (!notAllowed.test(messageOf(error))) throw error;
    await redis.ping();
    return 'master';
  }
};

/**
 * Readiness: whether Redis responds and accepts writes. A connection that leads to a replica is reopened: the same
 * address may lead to the master by now.
 * @throws Error with the reason if not
 */
export const pingRedis = (redis: Redis) => async (): Promise<boolean> => {
  const refusal = refusalsOf(redis);
  if (refusal !== undefined && redis.status !== 'ready') throw refusal;
  if (redis instanceof Cluster) return clusterIsWhole(redis);
  const role = await roleOf(redis);
  if (role === 'master') return true;
  redis.disconnect(true);
  throw appError('unavailable', `the Redis at this address is a ${role === 'slave' ? 'replica' : role}`);
};
