import { LIVE_RETAINED, LIVE_STREAM, type LiveChange } from '@skillstream/contracts';
import type { Redis } from '@skillstream/runtime';

/** Appends changes to the stream that the gateways read; the oldest are trimmed. */
export const createLiveStream = (redis: Redis, namespace: string) => ({
  append: (change: LiveChange) =>
    redis.xadd(
      `${namespace}${LIVE_STREAM}`,
      'MAXLEN',
      '~',
      LIVE_RETAINED,
      '*',
      'data',
      JSON.stringify(change),
    ),
});
