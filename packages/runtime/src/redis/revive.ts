import type { Redis } from 'ioredis';

const AGAIN_MS = 50;

/**
 * Begins anew where the driver has ended a connection that nobody closed. It does so for good when it is told to
 * reconnect (a Sentinel tells of a fail-over, a replica is refused) while it still asks where to connect.
 * @returns the same connection; `disconnect` without reconnecting closes it for good
 */
export const revive = (redis: Redis): Redis => {
  let closed = false;
  const disconnect = redis.disconnect.bind(redis);
  redis.disconnect = (reconnect = false) => {
    closed ||= !reconnect;
    disconnect(reconnect);
  };
  redis.on('end', () => {
    if (closed) return;
    setTimeout(() => {
      if (!closed && redis.status === 'end') redis.connect().catch(() => undefined);
    }, AGAIN_MS);
  });
  return redis;
};
