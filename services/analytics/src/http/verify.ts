import { operationPath } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import type { VerifyRuns } from '../reconciliation/verify/runs.ts';

/** Handlers that start a verification and report its progress, on any replica. */
export const verifyHandlers = (runs: VerifyRuns) =>
  ({
    beginVerification: async (_req, res) => {
      const run = await runs.start();
      res
        .status(202)
        .location(operationPath('getVerification', { id: run.id }))
        .json(run);
    },
    getVerification: async (req, res) => {
      const run = await runs.get(req.params.id);
      if (!run) throw appError('not-found', 'No such verification: the last twenty are kept, for a week');
      res.json(run);
    },
  }) satisfies Partial<Handlers<'analytics'>>;
