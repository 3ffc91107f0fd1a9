import { appError } from '@skillstream/errors';
import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import type { Upstream } from './upstreams.ts';

export type BulkheadLimits = {
  /** Concurrent requests of an upstream, and requests that wait for it; the next is `overloaded`. */
  atOnce: number;
  waiting: number;
  /** Requests that one client has in progress or waiting at an upstream; its next is `rate-limited`. */
  ofClient: number;
};

// One client leaves a quarter of the capacity to others.
export const bulkheadLimits: BulkheadLimits = { atOnce: 256, waiting: 256, ofClient: 192 };
/** Tagging processes 64 texts at a time, including those in flight: one client leaves a quarter of these. */
export const taggingLimits: BulkheadLimits = { ...bulkheadLimits, ofClient: 48 };

/**
 * Limits the concurrent requests of an upstream, so that a slow one ties up no more than its own capacity, and no
 * client takes all of it.
 */
export const createBulkhead = (upstream: Upstream, limits: BulkheadLimits = bulkheadLimits) => {
  const room = bulkhead(limits.atOnce, limits.waiting);
  const ofClients = new Map<string, number>();
  const enter = (client: string) => {
    const count = ofClients.get(client) ?? 0;
    if (count >= limits.ofClient)
      throw appError(
        'rate-limited',
        `A client may have ${limits.ofClient} requests under way at ${upstream}`,
      );
    ofClients.set(client, count + 1);
  };
  const leave = (client: string) => {
    const count = ofClients.get(client)! - 1;
    if (count === 0) ofClients.delete(client);
    else ofClients.set(client, count);
  };
  const execute = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await room.execute(work);
    } catch (error) {
      if (!isBulkheadRejectedError(error)) throw error;
      throw appError('overloaded', `${upstream} has as many requests as it can take`, { cause: error });
    }
  };
  /**
   * @param work the whole request, until the end of its response
   * @throws SkillstreamError `overloaded`, `rate-limited`
   */
  return async <T>(client: string, work: () => Promise<T>): Promise<T> => {
    enter(client);
    return execute(work).finally(() => leave(client));
  };
};

export type Bulkhead = ReturnType<typeof createBulkhead>;
