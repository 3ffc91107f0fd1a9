import { appError } from '@skillstream/errors';
import type { RequestHandler } from 'express';

const reading = ['GET', 'HEAD'];

/**
 * Lets nothing in that changes something while the database is another release's: its relay would publish what comes
 * here, and its texts would be erased. Readiness keeps callers away only where somebody asks for it.
 */
export const onlyOwnDatabase =
  (isRefused: () => boolean): RequestHandler =>
  ({ method }, _res, next) =>
    next(
      isRefused() && !reading.includes(method)
        ? appError('unavailable', 'the database is of another KAFKA_PREFIX than this service: see /readyz')
        : undefined,
    );
