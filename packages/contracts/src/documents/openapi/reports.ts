import type { Descriptions } from './operation.ts';
import { pathId } from './parameters.ts';

/** What people say about the market, measured. */
export const reportDescribed: Descriptions = {
  listReports: {
    tag: 'questions',
    description: 'A report is a file of claims, so each installation may have reports of its own.',
    returns: 'The reports.',
  },
  getReport: {
    tag: 'questions',
    description:
      'A claim about a share comes with population, count, share and the 95 % Wilson interval, one about pay with ' +
      'the medians of both groups in each region and their 95 % intervals; medians of fewer than 20 are not given. ' +
      'It `holds` when all of the interval lies in the claimed range, and `does-not-hold` when none of it does. ' +
      'Filters narrow the postings that the report is about; one that contradicts it is refused.',
    pathId: pathId('The report’s id.', 'backend-2025'),
    returns: 'The claims in the order of the report.',
    problems: ['NotFound', 'Unprocessable'],
  },
};
