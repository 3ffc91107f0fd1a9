import { reportQuery } from '@skillstream/contracts';
import { appError, type Handlers } from '@skillstream/runtime';
import type { Reports } from '../queries/report/create-reports.ts';
import { giveAnswer } from './give-result.ts';

/** The reports that there are, and each measured over the postings of a filter. */
export const reportHandlers = (reports: Reports) =>
  ({
    listReports: (_req, res) => {
      res.json(reports.list());
    },
    getReport: async (req, res) => {
      const answer = await reports.answer(req.params.id, reportQuery.parse(req.query));
      if (!answer) throw appError('not-found', `There is no report ${req.params.id}; /v1/reports lists them`);
      giveAnswer(res, answer);
    },
  }) satisfies Partial<Handlers<'analytics'>>;
