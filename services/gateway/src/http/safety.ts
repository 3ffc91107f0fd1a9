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
 * Makes browsers use TLS from now on (HSTS), where this request used it, as a trusted proxy reports
 * (`X-Forwarded-Proto`). Over plain HTTP the header would be ignored (RFC 6797, 7.2).
 */
const strictTransport =
  (maxAgeSeconds: number): RequestHandler =>
  (req, res, next) => {
    if (maxAgeSeconds > 0 && req.secure)
      res.setHeader('Strict-Transport-Security', `max-age=${maxAgeSeconds}`);
    next();
  };

/**
 * Rejects a body that declares too large a size, before a byte of it is read. Streams have no size; a body without one
 * is counted by the upstream that reads it.
 * @throws SkillstreamError `too-large`
 */
const bodySize =
  (mostBytes: number): RequestHandler =>
  (req, _res, next) => {
    const said = Number(req.headers['content-length'] ?? 0);
    if (said <= mostBytes || isStream(req)) return next();
    throw appError('too-large', `A body may have ${mostBytes} bytes; send NDJSON, which has no limit`);
  };

/** What every request passes before any route: the cheapest checks first; preflights are not rate-limited. */
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
