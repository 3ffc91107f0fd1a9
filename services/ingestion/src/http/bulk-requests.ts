import type { IngestResult } from '@skillstream/contracts';
import { isRetryable, messageOf, SkillstreamError } from '@skillstream/errors';
import { traceContextOf } from '@skillstream/http';
import { parseTraceparent, type TraceContext } from '@skillstream/telemetry';
import type { Request } from 'express';

/**
 * The context of a request that carries many postings: sampled only where the caller asked for it; otherwise each of
 * them would be a log line in every service.
 */
export const bulkContextOf = (req: Request): TraceContext =>
  parseTraceparent(req.header('traceparent'))
    ? traceContextOf(req)
    : { ...traceContextOf(req), sampled: false };

/** The last result of a stream that cannot continue: nothing from this line on is guaranteed. */
export const unavailableResult = (line: number, error: unknown): IngestResult => {
  const wanted = error instanceof SkillstreamError ? error.context.retryAfterSeconds : undefined;
  const reported = error instanceof SkillstreamError && error.code === 'overloaded';
  return {
    line,
    status: 'unavailable',
    retryAfterSeconds: typeof wanted === 'number' ? wanted : 1,
    // An engine's own message is not for callers.
    reason: reported
      ? messageOf(error)
      : isRetryable(error)
        ? 'the store cannot be reached'
        : 'internal error',
  };
};
