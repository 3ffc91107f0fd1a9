import { ANSWERED_WITHIN_SECONDS, type ObjectiveEvents } from '@skillstream/contracts';
import { routeOf } from '@skillstream/http';
import { isMeasured, isRead } from '@skillstream/observability';
import type { RequestHandler } from 'express';

/** A request that has ended: its route with the names of parameters, and how long it took. */
export type EndedRequest = { method: string; route: string; status: number; seconds: number };

/**
 * Counts requests as the objectives do: those that may be answered late, and those that may be answered by an error.
 * An error is no answer, however fast.
 */
export const createEventCounts = () => {
  const [fast, served]: ObjectiveEvents[] = [
    { events: 0, errors: 0 },
    { events: 0, errors: 0 },
  ];
  return {
    add: ({ method, route, status, seconds }: EndedRequest): void => {
      const isError = status >= 500;
      if (isMeasured(route)) {
        served!.events += 1;
        if (isError) served!.errors += 1;
      }
      if (method !== 'GET' || !isRead(route) || isError) return;
      fast!.events += 1;
      if (seconds > ANSWERED_WITHIN_SECONDS) fast!.errors += 1;
    },
    /** Since the start. */
    since: (): { fast: ObjectiveEvents; served: ObjectiveEvents } => ({
      fast: { ...fast! },
      served: { ...served! },
    }),
  };
};

/** Middleware that counts requests as the objectives do. */
export const createRequestEvents = () => {
  const counts = createEventCounts();
  const count: RequestHandler = (req, res, next) => {
    const beganMs = performance.now();
    res.on('close', () =>
      counts.add({
        ...{ method: req.method, route: routeOf(req), status: res.statusCode },
        seconds: (performance.now() - beganMs) / 1000,
      }),
    );
    next();
  };
  return { count, since: counts.since };
};
