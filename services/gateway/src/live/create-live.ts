import { LIVE_RETAINED } from '@skillstream/contracts';
import type { Log, Metrics, Redis } from '@skillstream/runtime';
import { createLiveReader } from '../store/live-reader.ts';
import { createHub } from './hub.ts';
import { createSubscribers } from './subscribers.ts';

const limits = {
  ...{ mostClients: 5000, mostWaitingBytes: 64 * 1024 },
  ...{ heartbeatMs: 15_000, lingerMs: 5000 },
};

export type LiveFeedDeps = {
  log: Log;
  metrics: Metrics;
  /** A connection of its own: the feed blocks on it. */
  redis: Redis;
  namespace: string;
  /** Streams per client, and how long one lasts. */
  streams: { mostOfOne: number; lifeMs: number };
};

/** The live feed: read from Redis, and sent to all subscribers. */
export const createLive = ({ log, metrics, redis, namespace, streams }: LiveFeedDeps) => {
  const hub = createHub(LIVE_RETAINED);
  const clients = metrics.gauge('live_clients');
  const subscribers = createSubscribers({
    ...{ hub, ...limits, ...streams },
    onClients: (count) => clients.set(count),
  });
  return { hub, subscribers, reader: createLiveReader(redis, hub, LIVE_RETAINED, namespace, log) };
};
