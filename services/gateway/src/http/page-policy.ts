import type { Response } from 'express';

// Nothing from other hosts, nothing inline, no framing; small images of style sheets are data URLs.
const contentPolicy = (asks: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ['connect-src', "'self'", ...asks].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Sets what a page for people, and each of its files, is sent with: the strict Content-Security-Policy, and how long
 * it may be used again.
 * @param asks the origins that the page may send requests to, beside its own
 */
export const guarded = (res: Response, cacheControl: string, asks: readonly string[] = []): Response =>
  res.set({
    'Content-Security-Policy': contentPolicy(asks),
    'X-Frame-Options': 'DENY',
    'Cache-Control': cacheControl,
  });
