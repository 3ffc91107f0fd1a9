import { createHash } from 'node:crypto';
import { factsOf } from '@skillstream/auth';
import type { Log } from '@skillstream/runtime';
import type { RequestHandler } from 'express';
import { traceOf } from './request-trace.ts';

// Some issuers name users by their address, which has no place in a log: its hash still tells one from another.
const withoutAddress = (subject: string): string =>
  subject.includes('@')
    ? `sha256:${createHash('sha256').update(subject).digest('hex').slice(0, 16)}`
    : subject;

const refusals = [401, 403];
// Longer than any path of ours with an id in it; anybody can be refused for one of 8 KB, as often as a machine
// answers.
const MOST_PATH = 300;

/**
 * Counts what is refused for being too often, by method: a line for each would fill the record. Tells every tenfold.
 */
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
        traceId: traceOf(req).traceId,
      };
      record.info(facts, outcomeOf(status));
    });
    next();
  };
};
