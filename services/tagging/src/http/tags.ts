import { appError } from '@skillstream/errors';
import { jsonBody, type Handlers, type Bulkhead } from '@skillstream/http';
import { tagsQuery, tagsRequest } from '@skillstream/contracts';
import type { RequestHandler } from 'express';
import type { TagsQuery } from '../threads/tags-response.ts';
import { queryOf } from './tags-query.ts';

/** Answers a question as JSON, somewhere else than on the event loop. */
type TagTexts = (tagQuery: TagsQuery, gone: AbortSignal) => Promise<string>;

/** Of three fields; whoever sends a few more is told their names. */
const BOUNDS = { bytes: 1024 * 1024, levels: 4, values: 200 };
/** Requests at a time, those among them whose bodies are still on their way. */
export const MOST_REQUESTS = 64;

const atMost = (most: number): RequestHandler => {
  let count = 0;
  return (_req, res, next) => {
    // Gone while its token was looked at: nothing would tell of that any more, and its place would stay taken.
    if (res.closed) return;
    if (count >= most) throw appError('overloaded', `${most} texts are being sent or tagged`);
    count += 1;
    res.on('close', () => (count -= 1));
    next();
  };
};

/** The skills in one text; `?explain=true` says of every place why it was taken or not. */
export const tagsHandlers = (tagTexts: TagTexts, bodies: Bulkhead) =>
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
