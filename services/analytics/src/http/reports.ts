import { reportQuery } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import type { Reports } from '../queries/report/create-reports.ts';
import { sendResult } from './send-result.ts';

/** Handlers of the list of reports, and of each report measured over the postings of a filter. */
export const reportHandlers = (reports: Reports) =>
  ({
    listReports: (_req, res) => {
      res.json(reports.list());
    },
    getReport: async (req, res) => {
      const result = await reports.result(req.params.id, reportQuery.parse(req.query));
      if (!result) throw appError('not-found', `There is no report ${req.params.id}`);
      sendResult(res, result);
    },
  }) satisfies Partial<Handlers<'analytics'>>;
