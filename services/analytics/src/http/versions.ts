import { comparisonRequest } from '@skillstream/contracts';
import { jsonBody, noQuery } from '@skillstream/runtime';
import { Router } from 'express';
import type { Comparison } from '../reconciliation/create-comparison.ts';

/** `POST /v1/versions/compare`: a page of ingestion's postings against the facts. */
export const versionRoutes = (compare: Comparison): Router => {
  const router = Router();
  router.post('/v1/versions/compare', noQuery, jsonBody('4mb'), async (req, res) => {
    res.json(await compare(comparisonRequest.parse(req.body)));
  });
  return router;
};
