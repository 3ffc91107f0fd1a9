import type { Request } from 'express';

/** The route that a request took, as a log and metrics name it: a path has ids in it, which callers make up. */
export const routeOf = (req: Request): string =>
  typeof req.route?.path === 'string' ? req.route.path : 'other';
