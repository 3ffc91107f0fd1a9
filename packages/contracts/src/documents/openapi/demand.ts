import type { Descriptions } from './operation.ts';
import { pathId } from './parameters.ts';

/** Queries about demand. */
export const demandDescribed: Descriptions = {
  getDemand: {
    tag: 'questions',
    description:
      'Counts postings at their latest version, or with `count=jobs` distinct jobs, of which each is in the month ' +
      'and the slices of one of its postings alone; both numbers are in the response. Every count comes with the population that it is a share of ' +
      'and the 95 % Wilson interval of that share. `answeredFrom` names the read model that served the ' +
      'response and whether it had caught up with the log; views and facts give the same numbers.',
    returns: 'Skills and categories with their counts.',
  },
  getRoles: {
    tag: 'questions',
    description:
      'Each role with its number of postings, their share of all postings, and the 95 % Wilson interval of ' +
      'that share. Roles without postings are omitted.',
    returns: 'The roles, most postings first.',
  },
  listSources: {
    tag: 'questions',
    description:
      'A source is where postings were taken from, by the `source` that they were sent with: a board, a file or ' +
      'the sample, never a company. `origin` is the default of queries that name neither source nor origin.',
    returns: 'The sources with their origin and number of postings, most postings first.',
  },
  getTrend: {
    tag: 'questions',
    description:
      'Each month has its own population, so that growth of the market is not mistaken for growth of the ' +
      'skill. A skill of the taxonomy that no posting requires has counts of 0.',
    pathId: pathId('The skill’s id in the taxonomy.', 'kubernetes'),
    returns: 'The months in chronological order.',
    problems: ['NotFound', 'Unprocessable'],
  },
};
