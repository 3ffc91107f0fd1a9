import { demandQuery, type AnsweredFrom } from '@skillstream/contracts';
import { Router, type Response } from 'express';
import type { Questions } from '../demand/question.ts';

// The same views answer a question the same way, so their name is the entity tag; weak, since a copy may already hold
// what came a moment after it was named. An answer from the facts has none.
const give = <A extends { answeredFrom: AnsweredFrom }>(res: Response, answer: A) => {
  const { viewVersion } = answer.answeredFrom;
  if (viewVersion !== null) res.setHeader('ETag', `W/"${viewVersion}"`);
  res.json(answer);
};

/** `GET /v1/demand` and `GET /v1/skills/{id}/trend`. */
export const questionRoutes = (questions: Questions): Router => {
  const router = Router();
  router.get('/v1/demand', async (req, res) => {
    give(res, await questions.demand(demandQuery.parse(req.query)));
  });
  router.get('/v1/skills/:id/trend', async (req, res) => {
    give(res, await questions.trend(req.params.id, demandQuery.parse(req.query)));
  });
  return router;
};
