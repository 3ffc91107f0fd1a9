import { fault, noQuery } from '@skillstream/runtime';
import { Router } from 'express';
import type { VerifyJobs } from '../verify/jobs.ts';

/** `POST /v1/verify` starts a verification, `GET /v1/verify/{id}` tells how far it is, at whichever replica. */
export const verifyRoutes = (jobs: VerifyJobs): Router => {
  const router = Router();
  router.post('/v1/verify', noQuery, async (_req, res) => {
    const job = await jobs.start();
    res.status(202).location(`/v1/verify/${job.id}`).json(job);
  });
  router.get('/v1/verify/:id', noQuery, async (req, res) => {
    const job = await jobs.get(req.params.id!);
    if (!job) throw fault('not-found', 'No such verification: the last twenty are kept, for a week');
    res.json(job);
  });
  return router;
};
