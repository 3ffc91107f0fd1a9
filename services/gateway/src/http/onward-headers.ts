import { formatTraceparent, traceOf } from '@skillstream/runtime';
import type { Request } from 'express';
import type { OnwardHeaders } from '../parts/onward-headers.ts';

/** Of this request. The part verifies the token anew: the gateway asks in its caller's name and has none of its own. */
export const onwardHeaders = (req: Request): OnwardHeaders => {
  const { authorization } = req.headers;
  return { traceparent: formatTraceparent(traceOf(req)), ...(authorization && { authorization }) };
};
