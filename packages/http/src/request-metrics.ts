import { factsOf } from '@skillstream/auth';
import type { Log, Metrics } from '@skillstream/runtime';
import { runIn } from '@skillstream/telemetry';
import type { RequestHandler, Request } from 'express';
import { traceContextOf } from './request-trace.ts';
import { routeOf } from './route-of.ts';
import { statusOf } from './status-of.ts';

const METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE']);

/** The method of a request, for metrics: Node accepts some thirty, which callers choose. */
const methodOf = ({ method }: Pick<Request, 'method'>): string => (METHODS.has(method) ? method : 'other');
const refusals = ['missing', 'invalid', 'insufficient'] as const;

/** Why a response refused the caller's token; null if it did not. */
const refusalOf = (req: Request, status: number): (typeof refusals)[number] | null => {
  if (status === 401) return req.headers.authorization === undefined ? 'missing' : 'invalid';
  return status === 403 && factsOf(req).caller ? 'insufficient' : null;
};

/** Measures and logs every request by its route (not its path: ids would make a series each). */
export const requestMetrics = (metrics: Metrics, log: Log): RequestHandler => {
  const seconds = metrics.histogram('http_request_seconds');
  const refused = metrics.counter('refused_tokens_total');
  // Of a series that begins with a burst of refusals Prometheus would not see that it has risen.
  for (const reason of refusals) refused.inc({ reason }, 0);
  return (req, res, next) => {
    const stop = seconds.startTimer();
    res.on('close', () => {
      const [route, status] = [routeOf(req), statusOf(res)];
      const labels = { method: methodOf(req), route, status: String(status) };
      const took = runIn(traceContextOf(req), () => stop(labels));
      const reason = refusalOf(req, status);
      if (reason) refused.inc({ reason });
      const facts = { method: req.method, route, status, seconds: took };
      runIn(traceContextOf(req), () => log.debug(facts, 'request'));
    });
    next();
  };
};
