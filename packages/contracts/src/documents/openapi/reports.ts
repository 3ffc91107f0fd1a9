import type { Descriptions } from './operation.ts';
import { pathId } from './parameters.ts';

/** Reports: claims about the market, evaluated. */
export const reportDescribed: Descriptions = {
  listReports: {
    tag: 'questions',
    description: 'A report is a file of claims, so an installation may add its own reports.',
    returns: 'The reports.',
  },
  getReport: {
    tag: 'questions',
    description:
      'A claim about a share is reported with population, count, share and the 95 % Wilson interval; a claim ' +
      'about pay with the medians of both groups in each region and their 95 % intervals. Medians of fewer ' +
      'than 20 postings are omitted. The verdict is `holds` if the whole interval lies within the claimed ' +
      'range, and `does-not-hold` if none of it does. Filters narrow the postings that the report covers; a ' +
      'filter that contradicts the report is rejected.',
    pathId: pathId('The report’s id.', 'backend-2025'),
    returns: 'The claims in the order of the report.',
    problems: ['NotFound', 'Unprocessable'],
  },
};
