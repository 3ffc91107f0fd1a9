import { appError } from '@skillstream/errors';
import type { RequestHandler } from 'express';
import type { Limits } from '../limits/slices.ts';
import { cors, type CorsOrigins } from './cors.ts';
import { rateLimit } from './rate-limit.ts';
import { isStream, rememberClient } from './request.ts';

export type Safety = {
  corsOrigins: CorsOrigins;
  hstsMaxAgeSeconds: number;
  maxBodyBytes: number;
  limits: Limits;
};

/**
 * Has browsers come by TLS from now on, where they came by it: a trusted proxy says so (`X-Forwarded-Proto`). Said
 * over plain HTTP it would mean nothing (RFC 6797, 7.2).
 */
const strictTransport =
  (maxAgeSeconds: number): RequestHandler =>
  (req, res, next) => {
    if (maxAgeSeconds > 0 && req.secure)
      res.setHeader('Strict-Transport-Security', `max-age=${maxAgeSeconds}`);
    next();
  };

/**
 * Refuses a body that says itself that it is too large, before a byte of it is read. Streams have no size, and what
 * says none is counted by the upstream that reads it.
 * @throws SkillstreamError `too-large`
 */
const bodySize =
  (mostBytes: number): RequestHandler =>
  (req, _res, next) => {
    const said = Number(req.headers['content-length'] ?? 0);
    if (said <= mostBytes || isStream(req)) return next();
    throw appError('too-large', `A body may have ${mostBytes} bytes; send NDJSON, which has no limit`);
  };

/** What every request passes before any route: the cheapest refusals first, and preflights count for nobody. */
export const safety = ({
  corsOrigins,
  hstsMaxAgeSeconds,
  maxBodyBytes,
  limits,
}: Safety): RequestHandler[] => [
  rememberClient,
  strictTransport(hstsMaxAgeSeconds),
  cors(corsOrigins),
  ...(Object.keys(limits).length > 0 ? [rateLimit(limits)] : []),
  bodySize(maxBodyBytes),
];
