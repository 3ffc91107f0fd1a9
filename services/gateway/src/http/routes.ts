import { operationList, publicOperations } from '@skillstream/contracts';
import { Router, type RequestHandler } from 'express';
import type { CsvResults } from '../csv/csv-results.ts';
import type { CachedResults } from '../queries/cached-results.ts';
import { isUpstream, upstreams, type Upstream } from '../upstreams/upstreams.ts';
import { cachedQueryRoute } from './cached-queries.ts';
import type { Forward } from './forward.ts';

export type RoutesDeps = { results: CachedResults; asCsv: CsvResults; forward: Forward };

/**
 * Routes operations to the upstreams that own them: queries through the cache, and the rest forwarded.
 */
export const forwardingRoutes = ({ results, asCsv, forward }: RoutesDeps): Router => {
  const forwardTo = Object.fromEntries(upstreams.map((upstream) => [upstream, forward(upstream)])) as Record<
    Upstream,
    RequestHandler
  >;
  const router = Router();
  for (const { id, owner, method, path, cachedQuery } of operationList) {
    if (!(id in publicOperations) || !isUpstream(owner)) continue;
    const handler = cachedQuery ? cachedQueryRoute(results, asCsv) : forwardTo[owner];
    router[method.toLowerCase() as 'get' | 'post' | 'delete'](path, handler);
  }
  return router;
};
