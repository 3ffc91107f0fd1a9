import type { Fault } from '@skillstream/contracts';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import { isRetryable } from '../driver-errors.ts';
import { SkillstreamError, fault, messageOf } from '../errors.ts';
import type { Log } from '../log.ts';
import { errorStatus } from './error-status.ts';
import { problemOf } from './problem.ts';
import { traceOf } from './request-trace.ts';

// Whoever sends a hundred thousand unknown fields is not told of each.
const MOST_FAULTS = 100;

/** Faults of a zod error, by path (`salary.currency`); the first hundred of them. */
export const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues
    .slice(0, MOST_FAULTS)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys
            .slice(0, MOST_FAULTS)
            .map((key) => ({ path: [...issue.path, key].join('.'), message: 'unknown field' }))
        : [{ path: issue.path.join('.'), message: issue.message }],
    )
    .slice(0, MOST_FAULTS);

// Express's own parsers throw errors with a status: keep 4xx, they name the caller's fault.
const ofBodyParser = (error: unknown): SkillstreamError | null => {
  if (!(error instanceof Error) || !('status' in error)) return null;
  if (error.status === 413) return fault('too-large', error.message, { cause: error });
  if (error.status === 415) return fault('unsupported-media-type', error.message, { cause: error });
  return typeof error.status === 'number' && error.status < 500
    ? fault('invalid-input', error.message, { cause: error })
    : null;
};

const toFamily = (error: unknown): SkillstreamError => {
  if (error instanceof SkillstreamError) return error;
  if (error instanceof z.ZodError)
    return fault('invalid-input', 'Some fields are not valid', { context: { faults: faultsOf(error) } });
  const parsed = ofBodyParser(error);
  if (parsed) return parsed;
  const code = isRetryable(error) ? 'unavailable' : 'internal';
  return fault(code, messageOf(error), { cause: error });
};

const levelOf = ({ code }: SkillstreamError): 'error' | 'info' | 'debug' => {
  // Whoever asks too often would fill the log, too.
  if (code === 'rate-limited') return 'debug';
  return errorStatus[code].status >= 500 && code !== 'overloaded' ? 'error' : 'info';
};

/** The one error middleware: RFC 9457 problem+json, nothing internal in a 5xx, logged once. */
export const problemErrors =
  (log: Log): ErrorRequestHandler =>
  (thrown, req, res, next) => {
    const error = toFamily(thrown);
    const problem = problemOf(error, traceOf(req).traceId);
    const level = levelOf(error);
    log[level](
      {
        code: error.code,
        error: error.message,
        stack: level === 'error' ? error.stack : undefined,
        path: req.path,
        traceId: problem.traceId,
      },
      'request failed',
    );
    if (res.headersSent) return next(error);
    if (Array.isArray(error.context.allow)) res.setHeader('Allow', error.context.allow.join(', '));
    if (error.retryable) res.setHeader('Retry-After', String(error.context.retryAfterSeconds ?? 1));
    res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };

/** Answers 404 as a problem for paths that no route knows. */
export const unknownPath: RequestHandler = (req, _res, next) =>
  next(fault('not-found', `There is nothing at ${req.method} ${req.path}`));
