import { fault } from '@skillstream/runtime';
import type { RequestHandler } from 'express';
import { isStream } from './streams.ts';

/**
 * Refuses a body that says itself that it is too large, before a byte of it is read. Streams have no size, and what
 * says none is counted by the part that reads it.
 * @throws SkillstreamError `too-large`
 */
export const bodySize =
  (mostBytes: number): RequestHandler =>
  (req, _res, next) => {
    const said = Number(req.headers['content-length'] ?? 0);
    if (said <= mostBytes || isStream(req)) return next();
    throw fault('too-large', `A body may have ${mostBytes} bytes; send NDJSON, which has no limit`);
  };
