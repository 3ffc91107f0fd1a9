import { parseTraceparent, traceOf, type Trace } from '@skillstream/runtime';
import type { Request } from 'express';

/**
 * The trace of a request that carries many postings: sampled only where the caller asked for it, or each of
 * them would be a log line in every service.
 */
export const bulkTraceOf = (req: Request): Trace =>
  parseTraceparent(req.header('traceparent')) ? traceOf(req) : { ...traceOf(req), sampled: false };
