import type { Request, RequestHandler, Response } from 'express';
import type { CsvResults } from '../csv/csv-results.ts';
import type { CachedResults, GivenResult } from '../queries/cached-results.ts';
import { canonicalQuery } from '../queries/canonical-query.ts';
import { onwardHeaders, targetOf } from './request.ts';

const give = (res: Response, { result, staleMs }: GivenResult): void => {
  const { status, contentType, tag, body } = result;
  res.status(status).setHeader('Content-Type', contentType);
  if (tag !== null) res.setHeader('ETag', tag);
  if (staleMs === null) res.setHeader('Cache-Control', 'no-cache');
  else {
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('Age', Math.round(staleMs / 1000));
    res.setHeader('Skillstream-Stale', 'true');
  }
  // Express responds with 304 where the caller already has this tag.
  res.send(body);
};

const wantsCsv = (req: Request): boolean => req.accepts('application/json', 'text/csv') === 'text/csv';

/**
 * Responds to a query, from the cache where the views have not changed. Callers may store a response and revalidate it
 * (`If-None-Match`). `Accept: text/csv` gives the list that a result is about as a table. A response that is stale
 * because analytics is unavailable is marked: `Skillstream-Stale`.
 */
export const cachedQueryRoute =
  (results: CachedResults, asCsv: CsvResults): RequestHandler =>
  async (req, res) => {
    const query = canonicalQuery(targetOf(req.originalUrl));
    const given = await results(query, onwardHeaders(req));
    res.vary('Accept');
    give(res, wantsCsv(req) ? await asCsv(query, given) : given);
  };
