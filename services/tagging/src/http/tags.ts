import { tagsRequest, type TagsAnswer } from '@skillstream/contracts';
import { json, Router } from 'express';
import type { Tagger } from '../tagging/create-tagger.ts';
import { postingText } from '../tagging/posting-text.ts';

const MOST_BYTES = '1mb';

/** `POST /v1/tags` finds the skills in one text; `?explain=true` says of every place why it was taken or not. */
export const tagsRoutes = (tagger: Tagger): Router => {
  const router = Router();
  router.post('/v1/tags', json({ limit: MOST_BYTES, strict: false }), (req, res) => {
    const request = tagsRequest.parse(req.body);
    const text = 'text' in request ? request.text : postingText(request);
    const answer: TagsAnswer = {
      taxonomyVersion: tagger.version,
      modelVersion: tagger.modelVersion,
      tags: tagger.tag(text, request.organization),
      ...(req.query['explain'] === 'true' && { decisions: tagger.explain(text, request.organization) }),
    };
    res.json(answer);
  });
  return router;
};
