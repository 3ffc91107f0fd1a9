import type { RequestHandler } from 'express';

/**
 * What browsers are told with every answer: it is what its type says, no page and in nobody's frame, names no address
 * of ours to others, and is not for pages of other origins (CORS lets some of them in). A page says otherwise itself.
 */
export const safeHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
const all = Object.entries(safeHeaders);

/** Sets them before anything can answer. */
export const withSafeHeaders: RequestHandler = (_req, res, next) => {
  for (const [name, value] of all) res.setHeader(name, value);
  next();
};
