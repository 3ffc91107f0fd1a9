import type { Redis } from 'ioredis';

const AGAIN_MS = 50;

/**
 * Reconnects if the driver has ended a connection that was not closed by us. The driver gives up for good if it is
 * told to reconnect (a fail-over, a connection to a replica) while it is still resolving where to connect.
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
