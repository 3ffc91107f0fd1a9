import { answerOf, changeProblems, json, partProblems } from './answers.ts';
import { ref } from './components.ts';
import type { Paths } from './operation.ts';

/** The resource `retag`. */
export const retagPaths: Paths = {
  '/v1/retag': {
    post: {
      operationId: 'beginRetag',
      tags: ['tagging'],
      summary: 'Has every posting tagged again',
      description:
        'For a new taxonomy or a new model. Postings go through the pipeline once more at the version that they ' +
        'have, page by page, and live ones go first. A run that is under way is joined. There is no way to stop one.',
      responses: {
        200: answerOf('The run that was under way.', json(ref('RetagJob'))),
        202: answerOf('A new run.', json(ref('RetagJob'))),
        ...changeProblems(),
      },
    },
    get: {
      operationId: 'getRetag',
      tags: ['tagging'],
      summary: 'Tells how far the last re-tagging is',
      description:
        'Of the run under way, else of the last one: postings looked at so far, and how many there are.',
      responses: {
        200: answerOf('The run.', json(ref('RetagJob'))),
        ...partProblems('NotFound'),
      },
    },
  },
};
