import { appError } from '@skillstream/errors';
import type { Request, RequestHandler } from 'express';

/** Allowed origins; `*` allows reads from every origin. */
export type CorsOrigins = readonly string[];

const asked = ['Content-Type', 'If-Match', 'If-None-Match', 'Last-Event-ID', 'traceparent', 'Authorization'];
const reported = [
  ...['ETag', 'Location', 'Age', 'Retry-After', 'RateLimit', 'RateLimit-Policy'],
  ...['trace-id', 'Skillstream-Stale', 'WWW-Authenticate'],
];
const reads = ['GET', 'HEAD'];
const PREFLIGHT_SECONDS = '600';

const isOwn = (req: Request, origin: string): boolean => {
  const { host } = URL.canParse(origin) ? new URL(origin) : { host: null };
  return host !== null && host === req.host?.toLowerCase();
};

/**
 * Allows pages of the configured origins (Fetch Standard, "CORS protocol"), without credentials, and responds to
 * preflights itself. `*` is for reads only. A page of any other origin changes nothing: browsers send some of its
 * requests without a preflight, so those are rejected here (the gateway's own page is same-origin).
 * @throws SkillstreamError `origin-not-allowed`
 */
export const cors = (origins: CorsOrigins): RequestHandler => {
  const listed = new Set(origins);
  const everyone = listed.has('*');
  return (req, res, next) => {
    const { origin } = req.headers;
    if (listed.size > 0) res.vary('Origin');
    if (origin === undefined) return next();
    const named = listed.has(origin) && origin !== '*';
    if (named || everyone) {
      res.set('Access-Control-Allow-Origin', named ? origin : '*');
      res.set('Access-Control-Expose-Headers', reported.join(', '));
    }
    const preflight = req.method === 'OPTIONS' && req.headers['access-control-request-method'] !== undefined;
    if (preflight && (named || everyone)) {
      const methods = named ? [...reads, 'POST', 'DELETE'] : reads;
      res.set('Access-Control-Allow-Methods', methods.join(', '));
      res.set('Access-Control-Allow-Headers', asked.join(', '));
      res.set('Access-Control-Max-Age', PREFLIGHT_SECONDS);
    }
    if (preflight) return void res.status(204).end();
    if (named || reads.includes(req.method) || isOwn(req, origin)) return next();
    throw appError('origin-not-allowed', `Pages of ${origin} may not change anything here`);
  };
};
