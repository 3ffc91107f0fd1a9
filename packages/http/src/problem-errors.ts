import { appError, type SkillstreamError, loggedError, loggedStack, errorStatus } from '@skillstream/errors';
import type { Log } from '@skillstream/runtime';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { problemOf, toFamily } from './problem-of.ts';
import { traceContextOf } from './request-trace.ts';
import { routeOf } from './route-of.ts';

const levelOf = ({ code }: SkillstreamError): 'error' | 'info' | 'debug' => {
  // Clients over their rate limit would flood the log.
  if (code === 'rate-limited') return 'debug';
  return errorStatus[code].status >= 500 && code !== 'overloaded' ? 'error' : 'info';
};

/**
 * The error middleware: RFC 9457 problem+json, nothing internal in a 5xx, logged once, without data of the request.
 */
export const problemErrors =
  (log: Log): ErrorRequestHandler =>
  (thrown, req, res, next) => {
    const error = toFamily(thrown);
    const problem = problemOf(error, traceContextOf(req).traceId);
    const level = levelOf(error);
    const cause = error.cause instanceof Error ? error.cause : error;
    log[level](
      {
        code: error.code,
        error: loggedError(error),
        stack: level === 'error' ? loggedStack(cause) : undefined,
        route: routeOf(req),
      },
      'request failed',
    );
    if (res.headersSent) return next(error);
    if (Array.isArray(error.context.allow)) res.setHeader('Allow', error.context.allow.join(', '));
    if (error.context.challenge) res.setHeader('WWW-Authenticate', String(error.context.challenge));
    if (error.retryable) res.setHeader('Retry-After', String(error.context.retryAfterSeconds ?? 1));
    res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };

/** Responds with 404 as a problem for paths without a route. */
export const unknownPath: RequestHandler = (req, _res, next) =>
  next(appError('not-found', `There is nothing at ${req.method} ${req.path}`));
