import { operationPath } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import type { VerifyRuns } from '../reconciliation/verify/runs.ts';

/** Handlers that start a verification and report its progress, on any replica. */
export const verifyHandlers = (jobs: VerifyRuns) =>
  ({
    beginVerification: async (_req, res) => {
      const job = await jobs.start();
      res
        .status(202)
        .location(operationPath('getVerification', { id: job.id }))
        .json(job);
    },
    getVerification: async (req, res) => {
      const job = await jobs.get(req.params.id);
      if (!job) throw appError('not-found', 'No such verification: the last twenty are kept, for a week');
      res.json(job);
    },
  }) satisfies Partial<Handlers<'analytics'>>;
