import { demandQuery } from '../../demand-api.ts';
import { json, partProblems } from './answers.ts';
import { ref } from './components.ts';
import type { Paths } from './operation.ts';
import { pathId, queryParameters } from './parameters.ts';
import { ifNoneMatch, questionAnswers } from './questions.ts';

const parameters = [...queryParameters(demandQuery), ifNoneMatch];

/** The questions about demand. */
export const demandPaths: Paths = {
  '/v1/demand': {
    get: {
      operationId: 'getDemand',
      tags: ['questions'],
      summary: 'Tells which skills are asked for, the most wanted first',
      description:
        'Counts postings at their latest version. No count comes without the population that it is a share of and ' +
        'the 95 % Wilson interval of that share. `answeredFrom` says which read model answered and whether it had ' +
        'caught up with the log; views and facts give the same numbers.',
      parameters,
      responses: {
        ...questionAnswers('Skills and categories with their counts.', json(ref('DemandAnswer'))),
        ...partProblems(),
      },
    },
  },
  '/v1/skills/{id}/trend': {
    get: {
      operationId: 'getTrend',
      tags: ['questions'],
      summary: 'Tells how often one skill is asked for, month by month',
      description:
        'Each month has its own population, so that a rise of the market is not taken for one of the skill. A ' +
        'skill that nobody ever named is answered with counts of 0.',
      parameters: [pathId('The skill’s id in the taxonomy.', 'kubernetes'), ...parameters],
      responses: {
        ...questionAnswers('The months, the earliest first.', json(ref('TrendAnswer'))),
        ...partProblems('NotFound', 'Unprocessable'),
      },
    },
  },
};
