import { Cluster, Redis as SingleRedis, type RedisOptions } from 'ioredis';
import type { RedisAccess } from '../access.ts';
import type { Log } from '../log.ts';
import { followStatus } from './follow-status.ts';
import { parseRedisUrl } from './redis-url.ts';
import { revive } from './revive.ts';

/** A connection to one server, to the master that Sentinels name, or to a Redis Cluster: the same commands. */
export type Redis = SingleRedis | Cluster;

const retryMs = (times: number): number => Math.min(50 * times, 1000);
const patienceMs = 10_000;
// The timeout of a query about the topology: to a Sentinel, or for the slots of a cluster.
const topologyMs = 2000;

// A server that has become a replica keeps refusing; its address may lead to another one by now.
const demoted = /READONLY|MASTERDOWN|UNBLOCKED/;

const common: RedisOptions = {
  // Commands in flight when a connection breaks fail at once: the caller must find out whether they were applied.
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  connectTimeout: 3000,
  commandTimeout: patienceMs,
  // A silent connection (a server that hangs, a host that is gone) is closed, not only its commands failed.
  socketTimeout: patienceMs,
};

/**
 * A Redis connection that reconnects by itself, to another server if the roles have changed; calls fail fast while it
 * is closed, with retryable errors.
 * @param url what `parseRedisUrl` understands
 * @throws SkillstreamError `misconfigured`
 */
export const connectRedis = (url: string, log: Log, access: RedisAccess = {}): Redis =>
  followStatus(open(url, access), log);

// A node that hangs does not report the one that replaced it. The driver's own option for this never ends if the
// connection is closed during the query.
const refreshSlots = (cluster: Cluster): Cluster => {
  const timer = setInterval(() => {
    if (cluster.status === 'ready') cluster.refreshSlotsCache();
  }, topologyMs).unref();
  cluster.once('end', () => clearInterval(timer));
  return cluster;
};

const open = (url: string, { tls: wantsTls, login, sentinelPassword }: RedisAccess): Redis => {
  const place = parseRedisUrl(url);
  const tls = wantsTls ?? (place.tls ? {} : undefined);
  const server: RedisOptions = {
    ...common,
    ...(tls && { tls }),
    ...(place.username !== undefined && { username: place.username }),
    ...(place.password !== undefined && { password: place.password }),
    ...login,
  };
  if (place.mode === 'cluster')
    return refreshSlots(
      new Cluster(place.nodes, {
        redisOptions: server,
        enableOfflineQueue: false,
        clusterRetryStrategy: retryMs,
        slotsRefreshTimeout: topologyMs,
        // Certificates contain host names, not the addresses behind them.
        ...(tls && { dnsLookup: (host, give) => give(null, host) }),
      }),
    );
  const one: RedisOptions = {
    ...server,
    enableOfflineQueue: false,
    retryStrategy: retryMs,
    reconnectOnError: (error) => demoted.test(error.message),
  };
  if (place.mode === 'single') return revive(new SingleRedis(url, one));
  const watched = new SingleRedis({
    ...one,
    sentinels: place.sentinels,
    name: place.master,
    db: place.db,
    // Sentinels announce a new master before the connection to the old one fails.
    failoverDetector: true,
    sentinelRetryStrategy: retryMs,
    sentinelReconnectStrategy: retryMs,
    sentinelCommandTimeout: topologyMs,
    ...(tls && { sentinelTLS: tls, enableTLSForSentinelMode: true }),
    ...(sentinelPassword !== undefined && { sentinelPassword }),
  });
  return revive(watched);
};
