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
// How long one has for a question about the others: a Sentinel, or which node has which slots.
const topologyMs = 2000;

// A server that has become a replica answers so for ever; behind its address there may be another one by now.
const demoted = /READONLY|MASTERDOWN|UNBLOCKED/;

const common: RedisOptions = {
  // What was under way when a connection broke fails at once: whether it was done is for the caller to find out.
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  connectTimeout: 3000,
  commandTimeout: patienceMs,
  // A connection that is there and silent (a server that hangs, a host that is gone) is given up, not only its
  // commands.
  socketTimeout: patienceMs,
};

/**
 * A Redis connection that comes back by itself, to another server if the roles have changed; calls fail fast while it
 * is away, with errors that are retryable.
 * @param url what `parseRedisUrl` understands
 * @throws SkillstreamError `misconfigured`
 */
export const connectRedis = (url: string, log: Log, access: RedisAccess = {}): Redis =>
  followStatus(open(url, access), log);

// A node that hangs says nothing of the one that took its place. The driver's own option for this goes on for ever
// where the connection is closed while it asks.
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
        // A certificate names hosts, not the addresses behind them.
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
    // Sentinels tell of another master before the one of before is missed.
    failoverDetector: true,
    sentinelRetryStrategy: retryMs,
    sentinelReconnectStrategy: retryMs,
    sentinelCommandTimeout: topologyMs,
    ...(tls && { sentinelTLS: tls, enableTLSForSentinelMode: true }),
    ...(sentinelPassword !== undefined && { sentinelPassword }),
  });
  return revive(watched);
};
