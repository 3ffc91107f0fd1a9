import { demandQuery } from '@skillstream/contracts';
import { Router } from 'express';
import type { Questions } from '../demand/question.ts';
import { giveAnswer } from './give-answer.ts';

/** `GET /v1/demand` and `GET /v1/skills/{id}/trend`. */
export const questionRoutes = (questions: Questions): Router => {
  const router = Router();
  router.get('/v1/demand', async (req, res) => {
    giveAnswer(res, await questions.demand(demandQuery.parse(req.query)));
  });
  router.get('/v1/skills/:id/trend', async (req, res) => {
    giveAnswer(res, await questions.trend(req.params.id, demandQuery.parse(req.query)));
  });
  return router;
};
