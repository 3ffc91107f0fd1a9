import { operationList, publicOperations } from '@skillstream/contracts';
import { Router, type RequestHandler } from 'express';
import type { CsvResults } from '../csv/csv-results.ts';
import type { CachedResults } from '../queries/cached-results.ts';
import { isPart, parts, type Part } from '../upstreams/upstreams.ts';
import { cachedQueryRoute } from './cached-queries.ts';
import type { Forward } from './forward.ts';

export type RoutesDeps = { results: CachedResults; asCsv: CsvResults; forward: Forward };

/**
 * What the gateway brings to the upstream that carries it out: queries that it may know the result of, and the rest.
 */
export const forwardingRoutes = ({ results, asCsv, forward }: RoutesDeps): Router => {
  const forwardTo = Object.fromEntries(parts.map((part) => [part, forward(part)])) as Record<
    Part,
    RequestHandler
  >;
  const router = Router();
  for (const { id, owner, method, path, cachedQuery } of operationList) {
    if (!(id in publicOperations) || !isPart(owner)) continue;
    const handler = cachedQuery ? cachedQueryRoute(results, asCsv, forwardTo[owner]) : forwardTo[owner];
    router[method.toLowerCase() as 'get' | 'post' | 'delete'](path, handler);
  }
  return router;
};
