import { reportQuery } from '@skillstream/contracts';
import { fault, noQuery } from '@skillstream/runtime';
import { Router } from 'express';
import type { Reports } from '../report/create-reports.ts';
import { giveAnswer } from './give-answer.ts';

/** `GET /v1/reports` lists the reports, `GET /v1/report/{id}` measures one over the postings of a filter. */
export const reportRoutes = (reports: Reports): Router => {
  const router = Router();
  router.get('/v1/reports', noQuery, (_req, res) => {
    res.json(reports.list());
  });
  router.get('/v1/report/:id', async (req, res) => {
    const answer = await reports.answer(req.params.id, reportQuery.parse(req.query));
    if (!answer) throw fault('not-found', `There is no report ${req.params.id}; /v1/reports lists them`);
    giveAnswer(res, answer);
  });
  return router;
};
