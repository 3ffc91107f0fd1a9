import { callerNameOf, formatTraceparent, traceOf } from '@skillstream/runtime';
import type { Request } from 'express';
import type { OnwardHeaders } from '../upstreams/onward-headers.ts';

/**
 * Of this request. The part verifies the token anew: the gateway asks in its caller's name and has none of its own.
 * One that nobody had to show, and that nobody has looked at, says nothing: all who show such ones ask alike.
 */
export const onwardHeaders = (req: Request): OnwardHeaders => {
  const { authorization } = req.headers;
  const isKnown = callerNameOf(req) !== '';
  return { traceparent: formatTraceparent(traceOf(req)), ...(isKnown && authorization && { authorization }) };
};
