import { operationList, publicOperations } from '@skillstream/contracts';
import type { Log } from '@skillstream/runtime';
import { Router, type RequestHandler } from 'express';
import type { CsvAnswers } from '../csv/csv-results.ts';
import { isPart, parts, type Part, type PartUrls } from '../upstreams/upstreams.ts';
import type { Answers } from '../queries/cached-results.ts';
import type { createForward } from './forward.ts';
import { partErrors } from './upstream-errors.ts';
import { questionRoute } from './cached-queries.ts';

export type RoutesDeps = {
  log: Log;
  urls: PartUrls;
  answers: Answers;
  asCsv: CsvAnswers;
  forward: ReturnType<typeof createForward>;
};

/** What the gateway brings to the part that carries it out: questions that it may know the answer of, and the rest. */
export const forwardingRoutes = ({ log, urls, answers, asCsv, forward }: RoutesDeps): Router => {
  const handOn = Object.fromEntries(parts.map((part) => [part, forward(part, urls[part])])) as Record<
    Part,
    RequestHandler
  >;
  const router = Router();
  for (const { id, owner, method, path, cachedQuery } of operationList) {
    if (!(id in publicOperations) || !isPart(owner)) continue;
    const handler = cachedQuery ? questionRoute(answers, asCsv, handOn[owner]) : handOn[owner];
    router[method.toLowerCase() as 'get' | 'post' | 'delete'](path, handler);
  }
  router.use(partErrors(log));
  return router;
};
