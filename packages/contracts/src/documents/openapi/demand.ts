import type { Descriptions } from './operation.ts';
import { pathId } from './parameters.ts';

/** The questions about demand. */
export const demandDescribed: Descriptions = {
  getDemand: {
    tag: 'questions',
    description:
      'Counts postings at their latest version. No count comes without the population that it is a share of and ' +
      'the 95 % Wilson interval of that share. `answeredFrom` says which read model answered and whether it had ' +
      'caught up with the log; views and facts give the same numbers.',
    returns: 'Skills and categories with their counts.',
  },
  getRoles: {
    tag: 'questions',
    description:
      'Each with the postings that have it, as a share of all, and the 95 % Wilson interval of that share. A role ' +
      'that no posting has is left out.',
    returns: 'The roles, those with the most postings first.',
  },
  listSources: {
    tag: 'questions',
    description:
      'A source is what postings were sent with as `source`: a board, a file or the sample, never a company. Any ' +
      'of them is a filter of every question; what is asked of one source is counted from the facts.',
    returns: 'The sources, the one with the most postings first.',
  },
  getTrend: {
    tag: 'questions',
    description:
      'Each month has its own population, so that a rise of the market is not taken for one of the skill. A ' +
      'skill that nobody ever named is answered with counts of 0.',
    pathId: pathId('The skill’s id in the taxonomy.', 'kubernetes'),
    returns: 'The months, the earliest first.',
    problems: ['NotFound', 'Unprocessable'],
  },
};
