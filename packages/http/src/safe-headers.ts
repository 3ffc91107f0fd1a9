import type { RequestHandler } from 'express';

/**
 * Security headers of every response for browsers: no content sniffing, no rendering as a page or in a frame, no
 * referrer, no use by pages of other origins (CORS admits some of them). Routes that serve pages override them.
 */
export const safeHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
const all = Object.entries(safeHeaders);

/** Sets them before any other handler can respond. */
export const withSafeHeaders: RequestHandler = (_req, res, next) => {
  for (const [name, value] of all) res.setHeader(name, value);
  next();
};
