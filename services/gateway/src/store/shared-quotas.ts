import type { Redis } from '@skillstream/runtime';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { QuotaGrant } from '../limits/slices.ts';
import { createRedisPolicy } from './redis-policy.ts';

// After a timeout each replica counts by itself for a minute, so it is worth waiting for longer than a moment, but
// less than a caller notices.
const PATIENCE_MS = 500;

export type SharedQuotaOptions = { name: string; quota: number; windowMs: number; prefix: string };

/**
 * Counts in Redis what each client has used of a quota, for all replicas: a key per client, which expires with its
 * window.
 * @returns takes units for a client; rejects where Redis is down or slow
 */
export const createSharedQuota = (redis: Redis, { name, quota, windowMs, prefix }: SharedQuotaOptions) => {
  const patience = createRedisPolicy(PATIENCE_MS);
  const counts = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `${prefix}gateway:quota:${name}`,
    points: quota,
    duration: Math.ceil(windowMs / 1000),
    rejectIfRedisNotReady: true,
  });
  // The library throws its count where there is not enough left; that is a result, not a failure.
  const count = (client: string, units: number): Promise<RateLimiterRes> =>
    counts.consume(client, units).catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused;
      throw refused;
    });
  return async (client: string, units: number): Promise<QuotaGrant> => {
    const { consumedPoints, msBeforeNext } = await patience(() => count(client, units));
    const before = consumedPoints - units;
    const granted = Math.max(0, Math.min(units, quota - before));
    return { granted, remaining: Math.max(0, quota - consumedPoints), endsInMs: msBeforeNext };
  };
};
