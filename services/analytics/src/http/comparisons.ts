import {
  compareQuery,
  compareSkillsQuery,
  pairsQuery,
  salariesQuery,
  salaryQuery,
} from '@skillstream/contracts';
import { Router } from 'express';
import type { PostingQuestions } from '../postings/questions.ts';
import type { createCompare } from '../compare/compare.ts';
import type { createCompareSkills } from '../compare/compare-skills.ts';
import { giveAnswer } from './give-answer.ts';

export type ComparisonRoutesDeps = {
  questions: PostingQuestions;
  compare: ReturnType<typeof createCompare>;
  compareSkills: ReturnType<typeof createCompareSkills>;
};

/**
 * `GET /v1/skills/{id}/pairs` and `…/salary`, `GET /v1/salaries`, `GET /v1/compare` and `…/skills`: what stands
 * beside what, and
 * what it pays.
 */
export const comparisonRoutes = ({ questions, compare, compareSkills }: ComparisonRoutesDeps): Router => {
  const router = Router();
  router.get('/v1/skills/:id/pairs', async (req, res) => {
    giveAnswer(res, await questions.pairs(req.params.id, pairsQuery.parse(req.query)));
  });
  router.get('/v1/skills/:id/salary', async (req, res) => {
    giveAnswer(res, await questions.salary(req.params.id, salaryQuery.parse(req.query)));
  });
  router.get('/v1/salaries', async (req, res) => {
    giveAnswer(res, await questions.salaries(salariesQuery.parse(req.query)));
  });
  router.get('/v1/compare', async (req, res) => {
    giveAnswer(res, await compare(compareQuery.parse(req.query)));
  });
  router.get('/v1/compare/skills', async (req, res) => {
    giveAnswer(res, await compareSkills(compareSkillsQuery.parse(req.query)));
  });
  return router;
};
