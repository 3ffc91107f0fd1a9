import type { RequestHandler } from 'express';

/**
 * Has browsers come by TLS from now on, where they came by it: a trusted proxy says so (`X-Forwarded-Proto`). Said
 * over plain HTTP it would mean nothing (RFC 6797, 7.2).
 */
export const strictTransport =
  (maxAgeSeconds: number): RequestHandler =>
  (req, res, next) => {
    if (maxAgeSeconds > 0 && req.secure)
      res.setHeader('Strict-Transport-Security', `max-age=${maxAgeSeconds}`);
    next();
  };
