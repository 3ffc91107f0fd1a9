import type { Log, Metrics } from '@skillstream/runtime';
import type { RequestHandler, Request } from 'express';
import { traceOf } from './request-trace.ts';

/** The route of a request, for logs and metrics: a path would contain ids, which callers choose. */
export const routeOf = (req: Request): string =>
  typeof req.route?.path === 'string' ? req.route.path : 'other';

/** Measures and logs every request by its route (not its path: ids would make a series each). */
export const requestMetrics = (metrics: Metrics, log: Log): RequestHandler => {
  const seconds = metrics.seconds('http_request_seconds', 'Time to answer a request', [
    'method',
    'route',
    'status',
  ]);
  return (req, res, next) => {
    const stop = seconds.startTimer();
    res.on('close', () => {
      const route = routeOf(req);
      const took = stop({ method: req.method, route, status: String(res.statusCode) });
      log.debug(
        {
          method: req.method,
          route,
          status: res.statusCode,
          seconds: took,
          traceId: traceOf(req).traceId,
        },
        'request',
      );
    });
    next();
  };
};
