import type { Request, RequestHandler, Response } from 'express';
import type { CsvAnswers } from '../csv/csv-results.ts';
import type { Answers, Given } from '../queries/cached-results.ts';
import { questionOf } from '../queries/canonical-query.ts';
import { onwardHeaders } from './onward-headers.ts';
import { targetOf } from './target.ts';

// Dots as an id would lead to another path where an address is made of them.
const DOTS = /\/(\.|%2e){1,2}(\/|\?|$)/i;

const give = (res: Response, { answer, staleMs }: Given): void => {
  const { status, contentType, tag, body } = answer;
  res.status(status).setHeader('Content-Type', contentType);
  if (tag !== null) res.setHeader('ETag', tag);
  if (staleMs === null) res.setHeader('Cache-Control', 'no-cache');
  else {
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('Age', Math.round(staleMs / 1000));
    res.setHeader('Skillstream-Stale', 'true');
  }
  // Express answers 304 where the caller has this tag already.
  res.send(body);
};

const wantsCsv = (req: Request): boolean => req.accepts('application/json', 'text/csv') === 'text/csv';

/**
 * Answers a question, from the cache where the views have not changed. Callers may keep an answer, and ask each time
 * whether it still holds (`If-None-Match`). `Accept: text/csv` gives the list that an answer is about as a table.
 * One that is given because analytics is away says so: `Skillstream-Stale`.
 * @param other takes what is no question: an id of dots
 */
export const questionRoute =
  (answers: Answers, asCsv: CsvAnswers, other: RequestHandler): RequestHandler =>
  async (req, res, next) => {
    const target = targetOf(req.originalUrl);
    if (DOTS.test(target)) return other(req, res, next);
    const question = questionOf(target);
    const given = await answers(question, onwardHeaders(req));
    res.vary('Accept');
    give(res, wantsCsv(req) ? await asCsv(question, given) : given);
  };
