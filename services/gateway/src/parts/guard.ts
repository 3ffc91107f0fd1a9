import { fault, SkillstreamError } from '@skillstream/runtime';
import {
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
  isBulkheadRejectedError,
} from 'cockatiel';
import { partAway } from './part-away.ts';
import type { Part } from './parts.ts';

export type GuardLimits = {
  /** Requests that a part has at a time, and that wait for it; the next is `overloaded`. */
  atOnce: number;
  waiting: number;
  /** Requests that one client has at a part, or waiting for it; its next is `rate-limited`. */
  ofClient: number;
  /** Failures in a row after which a part is not asked for a while. */
  failures: number;
  pauseMs: number;
};

// A client leaves a quarter of the places to others.
export const guardLimits: GuardLimits = {
  ...{ atOnce: 256, waiting: 256, ofClient: 192 },
  ...{ failures: 5, pauseMs: 1000 },
};
/** Tagging takes 64 texts at a time, with those that are on their way: a client leaves a quarter of these. */
export const taggingLimits: GuardLimits = { ...guardLimits, ofClient: 48 };

const isFailure = (error: unknown): boolean =>
  error instanceof SkillstreamError && (error.code === 'unavailable' || error.code === 'timeout');

/**
 * Keeps a part's trouble to itself. The bulkhead gives each part so many requests at a time, so one that is slow ties
 * up no more than its own; the circuit breaker answers for one that fails again and again without asking it, and lets
 * one request through after each pause to see whether it is back. Whatever a part answers is no failure.
 */
export const createGuard = (part: Part, limits: GuardLimits = guardLimits) => {
  const places = bulkhead(limits.atOnce, limits.waiting);
  const circuit = circuitBreaker(handleWhen(isFailure), {
    breaker: new ConsecutiveBreaker(limits.failures),
    halfOpenAfter: limits.pauseMs,
  });
  const ofClients = new Map<string, number>();
  const enter = (client: string) => {
    const count = ofClients.get(client) ?? 0;
    if (count >= limits.ofClient)
      throw fault('rate-limited', `A client may have ${limits.ofClient} requests under way at ${part}`);
    ofClients.set(client, count + 1);
  };
  const leave = (client: string) => {
    const count = ofClients.get(client)! - 1;
    if (count === 0) ofClients.delete(client);
    else ofClients.set(client, count);
  };
  const place = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await places.execute(work);
    } catch (error) {
      if (!isBulkheadRejectedError(error)) throw error;
      throw fault('overloaded', `${part} has as many requests as it can take`, { cause: error });
    }
  };
  let lastReason: unknown;
  return {
    /**
     * All of a request, from its beginning to the end of its answer, for a client that must not take all places.
     * @throws SkillstreamError `overloaded`, `rate-limited`
     */
    placeOf: async <T>(client: string, work: () => Promise<T>): Promise<T> => {
      enter(client);
      return place(work).finally(() => leave(client));
    },
    /** The step that shows whether the part is there. @throws SkillstreamError `unavailable` while it is given up */
    attempt: async <T>(work: () => Promise<T>): Promise<T> => {
      try {
        return await circuit.execute(work);
      } catch (error) {
        if (isFailure(error)) lastReason = (error as SkillstreamError).context.reason;
        if (!isBrokenCircuitError(error)) throw error;
        const why = lastReason === undefined ? '' : `: ${String(lastReason)}`;
        throw partAway(part, new Error(`it failed ${limits.failures} times in a row${why}`));
      }
    },
  };
};

type Guard = ReturnType<typeof createGuard>;
export type Guards = Record<Part, Guard>;
