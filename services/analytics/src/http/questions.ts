import { demandQuery, type AnsweredFrom, type ViewsState } from '@skillstream/contracts';
import { Router, type Response } from 'express';
import type { Questions } from '../demand/question.ts';

export type QuestionRoutesDeps = { questions: Questions; viewVersion: () => Promise<string | null> };

// The same views answer a question the same way, so their name is the entity tag; weak, since a copy may already hold
// what came a moment after it was named. An answer from the facts has none.
const give = <A extends { answeredFrom: AnsweredFrom }>(res: Response, answer: A) => {
  const { viewVersion } = answer.answeredFrom;
  if (viewVersion !== null) res.setHeader('ETag', `W/"${viewVersion}"`);
  res.json(answer);
};

/** `GET /v1/demand` and `GET /v1/skills/{id}/trend`; `GET /v1/views` names the views that they are answered from now. */
export const questionRoutes = ({ questions, viewVersion }: QuestionRoutesDeps): Router => {
  const router = Router();
  router.get('/v1/demand', async (req, res) => {
    give(res, await questions.demand(demandQuery.parse(req.query)));
  });
  router.get('/v1/skills/:id/trend', async (req, res) => {
    give(res, await questions.trend(req.params.id, demandQuery.parse(req.query)));
  });
  router.get('/v1/views', async (_req, res) => {
    const state: ViewsState = { version: await viewVersion() };
    res.json(state);
  });
  return router;
};
