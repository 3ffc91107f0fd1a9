import { rateClasses, type RateClass } from '@skillstream/contracts';
import type { Redis } from '@skillstream/runtime';
import { createSlices, type Limits } from '../limits/slices.ts';
import { createSharedQuota } from './shared-quotas.ts';

const WINDOW_SECONDS = 60;
// Some four megabytes of them.
const MOST_CLIENTS = 20_000;

/** The quota of a client per minute, by class; 0 is without a limit. */
export type PerMinute = Record<RateClass, number>;

/** The limits that replicas share in Redis, and each applies by itself while Redis is unavailable. */
export const createSharedLimits = (redis: Redis, perMinute: PerMinute, prefix: string): Limits =>
  Object.fromEntries(
    rateClasses
      .filter((name) => perMinute[name] > 0)
      .map((name) => {
        const [quota, windowMs] = [perMinute[name], WINDOW_SECONDS * 1000];
        const take = createSharedQuota(redis, { name, quota, windowMs, prefix });
        const spend = createSlices({
          quota,
          windowMs,
          take,
          now: () => Date.now(),
          mostClients: MOST_CLIENTS,
        });
        return [name, { quota, windowSeconds: WINDOW_SECONDS, spend }];
      }),
  );
