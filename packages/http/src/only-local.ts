import { appError } from '@skillstream/errors';
import type { RequestHandler } from 'express';
import { plainAddress } from './client-of.ts';

// Exactly these: a sidecar of a service mesh connects from 127.0.0.6 for callers that are anywhere.
const LOOPBACK = new Set(['127.0.0.1', '::1']);
// Who forwards a request says so in one of these.
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Admits a request that was made where this process runs: on its machine, in its container or pod (`kubectl
 * port-forward` and `exec` are there, too), and not one that a proxy passes on.
 * @throws SkillstreamError `not-local`
 */
export const onlyLocal: RequestHandler = (req, _res, next) => {
  const peer = plainAddress(req.socket.remoteAddress ?? '');
  const isForwarded = FORWARDED.some((name) => req.headers[name] !== undefined);
  if (peer !== null && LOOPBACK.has(peer) && !isForwarded) return next();
  next(
    appError('not-local', 'Diagnostics are for callers on the machine, or in the pod, of the process alone'),
  );
};
