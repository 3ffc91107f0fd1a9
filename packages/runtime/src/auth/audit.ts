import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { traceOf } from '../http/request-trace.ts';
import type { Log } from '../log.ts';
import type { Caller } from './caller.ts';

// Some issuers name users by their address, which has no place in a log: its hash still tells one from another.
const withoutAddress = (subject: string): string =>
  subject.includes('@')
    ? `sha256:${createHash('sha256').update(subject).digest('hex').slice(0, 16)}`
    : subject;

const refused = [401, 403];

/**
 * Puts on record who changed what and when, and who was refused: a line `"audit":true` in the log, whatever its level,
 * when the answer is over (`status` 0: the caller left before there was one). Neither bodies nor addresses stand in it.
 * @returns a function that begins the record of a request; set its `caller` once there is one
 */
export const createAudit = (log: Log) => {
  const record = log.child({ audit: true }, { level: log.level === 'silent' ? 'silent' : 'info' });
  return (req: Request, res: Response, { changes }: { changes: boolean }) => {
    const about: { caller: Caller | null } = { caller: null };
    res.on('close', () => {
      const status = res.headersSent ? res.statusCode : 0;
      if (!changes && !refused.includes(status)) return;
      record.info(
        {
          operation: `${req.method} ${req.baseUrl}${req.path}`,
          status,
          subject: about.caller ? withoutAddress(about.caller.subject) : null,
          client: about.caller?.client ?? null,
          traceId: traceOf(req).traceId,
        },
        status < 400 && status > 0 ? 'changed' : 'refused',
      );
    });
    return about;
  };
};
