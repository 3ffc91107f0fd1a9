import { fault, noQuery } from '@skillstream/runtime';
import { Router } from 'express';
import type { VerifyJobs } from '../verify/jobs.ts';

/** `POST /v1/verify` starts a verification, `GET /v1/verify/{id}` tells how far it is. */
export const verifyRoutes = (jobs: VerifyJobs): Router => {
  const router = Router();
  router.post('/v1/verify', noQuery, (_req, res) => {
    const job = jobs.start();
    res.status(202).location(`/v1/verify/${job.id}`).json(job);
  });
  router.get('/v1/verify/:id', noQuery, (req, res) => {
    const job = jobs.get(req.params.id);
    if (!job)
      throw fault(
        'not-found',
        `No verification ${req.params.id}: results are kept by the replica that ran it`,
      );
    res.json(job);
  });
  return router;
};
