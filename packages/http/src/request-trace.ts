import { nextSpan, parseTraceparent, type Trace } from '@skillstream/runtime';
import type { Request, RequestHandler } from 'express';

const traces = new WeakMap<object, Trace>();

/** The trace of a request: the caller's, continued, or a new one. */
export const traceOf = (req: Request): Trace => {
  const cached = traces.get(req);
  if (cached) return cached;
  const trace = nextSpan(parseTraceparent(req.header('traceparent')));
  traces.set(req, trace);
  return trace;
};

/** Assigns a trace to every request, and returns its id to the caller. */
export const requestTrace: RequestHandler = (req, res, next) => {
  res.setHeader('trace-id', traceOf(req).traceId);
  next();
};
