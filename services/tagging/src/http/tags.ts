import { tagsQuery, tagsRequest, type TagsAnswer } from '@skillstream/contracts';
import { fault, mediaTypeOf } from '@skillstream/runtime';
import { json, Router, type RequestHandler } from 'express';
import type { Tagger } from '../tagging/create-tagger.ts';
import { postingText } from '../tagging/posting-text.ts';

const MOST_BYTES = '1mb';

// Express's parser passes over other types, and nobody would be told that it did.
const onlyJson: RequestHandler = (req, _res, next) => {
  if (mediaTypeOf(req) === 'application/json') return next();
  throw fault('unsupported-media-type', 'Send application/json');
};

/** `POST /v1/tags` finds the skills in one text; `?explain=true` says of every place why it was taken or not. */
export const tagsRoutes = (tagger: Tagger): Router => {
  const router = Router();
  router.post('/v1/tags', onlyJson, json({ limit: MOST_BYTES, strict: false }), (req, res) => {
    const { explain } = tagsQuery.parse(req.query);
    const request = tagsRequest.parse(req.body);
    const text = 'text' in request ? request.text : postingText(request);
    const answer: TagsAnswer = {
      taxonomyVersion: tagger.version,
      modelVersion: tagger.modelVersion,
      tags: tagger.tag(text, request.organization),
      ...(explain === 'true' && { decisions: tagger.explain(text, request.organization) }),
    };
    res.json(answer);
  });
  return router;
};
