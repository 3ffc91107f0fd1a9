import { reportQuery } from '../../report-api.ts';
import { json, partProblems } from './answers.ts';
import { ref } from './components.ts';
import type { Paths } from './operation.ts';
import { pathId, queryParameters } from './parameters.ts';
import { questionAnswers, ifNoneMatch } from './questions.ts';

/** What people say about the market, measured. */
export const reportPaths: Paths = {
  '/v1/reports': {
    get: {
      operationId: 'listReports',
      tags: ['questions'],
      summary: 'Lists the reports that there are',
      description: 'A report is a file of claims, so each installation may have reports of its own.',
      parameters: [ifNoneMatch],
      responses: {
        ...questionAnswers('The reports.', json(ref('ReportList'))),
        ...partProblems(),
      },
    },
  },
  '/v1/report/{id}': {
    get: {
      operationId: 'getReport',
      tags: ['questions'],
      summary: 'Measures each claim of a report on the postings that are loaded',
      description:
        'A claim about a share comes with population, count, share and the 95 % Wilson interval, one about pay with ' +
        'the medians of both groups in each region and their 95 % intervals; medians of fewer than 20 are not given. ' +
        'It `holds` when all of the interval lies in the claimed range, and `does-not-hold` when none of it does. ' +
        'Filters narrow the postings that the report is about; one that contradicts it is refused.',
      parameters: [pathId('The report’s id.', 'backend-2025'), ...queryParameters(reportQuery), ifNoneMatch],
      responses: {
        ...questionAnswers('The claims in the order of the report.', json(ref('ReportAnswer'))),
        ...partProblems('NotFound', 'Unprocessable'),
      },
    },
  },
};
