import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { traceOf } from '../http/request-trace.ts';
import type { Log } from '../log.ts';
import type { Caller } from './caller.ts';

type Facts = { changes: boolean; caller: Caller | null };
const known = new WeakMap<object, Facts>();

/** What the record of a request is to say; `changes`: it changes something where it goes through. */
export const noteForAudit = (req: Request, facts: Facts): void => void known.set(req, facts);

// Some issuers name users by their address, which has no place in a log: its hash still tells one from another.
const withoutAddress = (subject: string): string =>
  subject.includes('@')
    ? `sha256:${createHash('sha256').update(subject).digest('hex').slice(0, 16)}`
    : subject;

// Not 429: whoever asks too often would fill the record, too; `http_request_seconds` counts those.
const refusals = [401, 403];

/**
 * Puts on record who changed what and when, and who was refused: a line `"audit":true` in the log, whatever its level,
 * when the answer is over (`status` 0: the caller left before there was one). Neither bodies nor addresses stand in it.
 */
export const auditTrail = (log: Log): RequestHandler => {
  const record = log.child({ audit: true }, { level: log.level === 'silent' ? 'silent' : 'info' });
  return (req, res, next) => {
    const { path } = req;
    res.on('close', () => {
      const status = res.headersSent ? res.statusCode : 0;
      const { changes, caller } = known.get(req) ?? { changes: false, caller: null };
      const refused = refusals.includes(status);
      if (!changes && !refused) return;
      const facts = {
        operation: `${req.method} ${path}`,
        status,
        subject: caller && withoutAddress(caller.subject),
        client: caller?.client ?? null,
        traceId: traceOf(req).traceId,
      };
      record.info(facts, status > 0 && status < 400 ? 'changed' : 'refused');
    });
    next();
  };
};
