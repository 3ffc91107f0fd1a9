import { SkillstreamError } from '@skillstream/errors';
import { traceContextOf, routeOf } from '@skillstream/http';
import { type Log } from '@skillstream/runtime';
import type { ErrorRequestHandler } from 'express';
import { upstreamProblem } from '../upstreams/upstream-unavailable.ts';

const RETRY_AFTER_SECONDS = 1;

/**
 * The error for a caller whose upstream is unavailable: it names the upstream, unlike the errors of a single service.
 */
export const upstreamErrors =
  (log: Log): ErrorRequestHandler =>
  (error, req, res, next) => {
    if (!(error instanceof SkillstreamError) || !error.context.upstream || res.headersSent)
      return next(error);
    const { upstream, reason } = error.context;
    const { traceId } = traceContextOf(req);
    log.warn({ upstream, reason, route: routeOf(req) }, 'upstream not available');
    const problem = upstreamProblem(error, traceId);
    res.setHeader('Retry-After', String(RETRY_AFTER_SECONDS));
    res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
