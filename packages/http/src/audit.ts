import { createHash } from 'node:crypto';
import { factsOf } from '@skillstream/auth';
import type { Log } from '@skillstream/runtime';
import { runIn } from '@skillstream/telemetry';
import type { RequestHandler } from 'express';
import { traceContextOf } from './request-trace.ts';

// Some issuers identify users by mail address, which must not be logged: its hash still distinguishes them.
const withoutAddress = (subject: string): string =>
  subject.includes('@')
    ? `sha256:${createHash('sha256').update(subject).digest('hex').slice(0, 16)}`
    : subject;

const refusals = [401, 403];
// Longer than any valid path with an id; requests with paths of 8 KB can be rejected, and logged, at any rate.
const MOST_PATH = 300;

/** Counts rate-limited requests by method: a line for each would flood the log. Reports powers of ten. */
const createTooOften = (record: Log) => {
  const times = new Map<string, number>();
  return (method: string): void => {
    const n = (times.get(method) ?? 0) + 1;
    times.set(method, n);
    if (Number.isInteger(Math.log10(n))) record.info({ operation: method, status: 429, times: n }, 'refused');
  };
};

// A caller that is told 5xx was not refused: the platform could not do it, or did not finish.
const outcomeOf = (status: number): 'changed' | 'refused' | 'failed' | 'unanswered' => {
  if (status === 0) return 'unanswered';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'changed';
};

/**
 * Puts on record who changed what and when, whose change failed, and who was refused: a line `"audit":true` in the
 * log, whatever its level, when the answer is over (`status` 0: the caller left before there was one). Neither bodies
 * nor addresses stand in it. Of requests over a limit (429) stand the first, the tenth, the hundredth and so on, by
 * method.
 */
export const auditTrail = (log: Log): RequestHandler => {
  const record = log.child({ audit: true }, { level: log.level === 'silent' ? 'silent' : 'info' });
  const tooOften = createTooOften(record);
  return (req, res, next) => {
    const { path } = req;
    res.on('close', () => {
      const status = res.headersSent ? res.statusCode : 0;
      const { changes, caller } = factsOf(req);
      if (status === 429) return tooOften(req.method);
      const refused = refusals.includes(status);
      if (!changes && !refused) return;
      const facts = {
        operation: `${req.method} ${path.slice(0, MOST_PATH)}`,
        status,
        subject: caller && withoutAddress(caller.subject),
        client: caller?.client ?? null,
      };
      runIn(traceContextOf(req), () => record.info(facts, outcomeOf(status)));
    });
    next();
  };
};
