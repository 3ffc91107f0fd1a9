import { tagsQuery, tagsRequest } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { jsonBody, type Handlers, type Capacity } from '@skillstream/http';
import type { RequestHandler } from 'express';
import type { TagsQuery } from '../threads/tags-response.ts';
import { queryOf } from './tags-query.ts';

/** Computes a response as JSON, outside of the event loop. */
type TagTexts = (tagQuery: TagsQuery, gone: AbortSignal) => Promise<string>;

/** For three fields, with room for unknown ones, so that the error can name them. */
const BOUNDS = { bytes: 1024 * 1024, levels: 4, values: 200 };
/** Maximum number of concurrent requests, including those whose bodies are still being received. */
export const MOST_REQUESTS = 64;

const atMost = (most: number): RequestHandler => {
  let count = 0;
  return (_req, res, next) => {
    // The client left while its token was checked: `close` does not fire again, so the capacity would stay taken.
    if (res.closed) return;
    if (count >= most) throw appError('overloaded', `${most} texts are being sent or tagged`);
    count += 1;
    res.on('close', () => (count -= 1));
    next();
  };
};

/** Handler that finds the skills in one text; `?explain=true` adds why each place was taken or not. */
export const tagsHandlers = (tagTexts: TagTexts, bodies: Capacity) =>
  ({
    findTags: [
      atMost(MOST_REQUESTS),
      jsonBody(BOUNDS, bodies),
      async (req, res) => {
        const { explain } = tagsQuery.parse(req.query);
        const tagQuery = queryOf(tagsRequest.parse(req.body), explain === 'true');
        const gone = new AbortController();
        res.on('close', () => gone.abort());
        res.type('application/json').send(await tagTexts(tagQuery, gone.signal));
      },
    ],
  }) satisfies Partial<Handlers<'tagging'>>;
