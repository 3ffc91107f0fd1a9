import type { ObjectiveEvents } from '@skillstream/contracts';
import { routeOf } from '@skillstream/http';
import { judgeRequest, type EndedRequest } from '@skillstream/observability';
import type { Metrics } from '@skillstream/runtime';
import type { RequestHandler } from 'express';
import { routeClassOf } from '../limits/route-class.ts';

const byRequests = ['fast', 'served'] as const;
type ByRequests = (typeof byRequests)[number];

/** Counts requests as the objectives do, for this gateway's own evaluation and as a metric that rules go by. */
const createEventCounts = (metrics: Pick<Metrics, 'counter'>) => {
  const requests = metrics.counter('objective_requests_total');
  // Of a series that begins with a burst of errors Prometheus would not see that it has risen.
  for (const objective of byRequests)
    for (const result of ['good', 'bad']) requests.inc({ objective, result }, 0);
  const counts: Record<ByRequests, ObjectiveEvents> = {
    fast: { events: 0, errors: 0 },
    served: { events: 0, errors: 0 },
  };
  return {
    add: (request: EndedRequest): void => {
      const verdicts = judgeRequest(request);
      for (const objective of byRequests) {
        const result = verdicts[objective];
        if (!result) continue;
        requests.inc({ objective, result });
        counts[objective].events += 1;
        if (result === 'bad') counts[objective].errors += 1;
      }
    },
    /** Since the start. */
    since: (): Record<ByRequests, ObjectiveEvents> => ({
      fast: { ...counts.fast },
      served: { ...counts.served },
    }),
  };
};

/** Middleware that counts requests as the objectives do. */
export const createRequestEvents = (metrics: Pick<Metrics, 'counter'>) => {
  const counts = createEventCounts(metrics);
  const count: RequestHandler = (req, res, next) => {
    const beganMs = performance.now();
    const { method, path, query } = req;
    res.on('close', () =>
      counts.add({
        ...{ method, route: routeOf(req), complete: req.complete },
        rateClass: routeClassOf({ method, path, contentType: req.headers['content-type'], query }),
        status: res.headersSent ? res.statusCode : null,
        seconds: (performance.now() - beganMs) / 1000,
      }),
    );
    next();
  };
  return { count, since: counts.since };
};
