import type { Request } from 'express';
import { z } from 'zod';

const nothing = z.strictObject({});

/**
 * For routes without parameters: one that nobody reads was meant to do something, so it is refused like a misspelt
 * one.
 */
export const noQuery = (req: Pick<Request, 'query'>, _res: unknown, next: () => void): void => {
  nothing.parse(req.query);
  next();
};
