import type { Request } from 'express';

/** The route of a request, for logs, metrics and spans: a path would contain ids, which callers choose. */
export const routeOf = (req: Request): string =>
  typeof req.route?.path === 'string' ? req.route.path : 'other';
