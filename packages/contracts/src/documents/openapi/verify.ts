import { answerOf, changeProblems, json, partProblems } from './answers.ts';
import { ref } from './components.ts';
import type { Paths } from './operation.ts';
import { pathId } from './parameters.ts';

const byId = { id: '$response.body#/id' };

/** The resource `verify`. */
export const verifyPaths: Paths = {
  '/v1/verify': {
    post: {
      operationId: 'beginVerification',
      tags: ['watching'],
      summary: 'Recounts the log and compares every number with it',
      description:
        'Reads the whole log with a fold of its own and compares each number of the views and the facts. Goes on ' +
        'while postings come in. A verification that is under way is joined.',
      responses: {
        202: answerOf('The verification; ask for it until it is done.', json(ref('VerifyJob')), {
          headers: ['Location'],
          links: {
            verification: { operationId: 'getVerification', description: 'How far it is.', parameters: byId },
          },
        }),
        ...changeProblems(),
      },
    },
  },
  '/v1/verify/{id}': {
    get: {
      operationId: 'getVerification',
      tags: ['watching'],
      summary: 'Tells how far a verification is, and every difference',
      description:
        'Whichever replica is asked, and whichever one runs it. The last twenty are kept, for a week. `differences` is ' +
        'cut off where there are many, `differenceCount` is not.',
      parameters: [
        pathId('The verification’s id, as its beginning named it.', 'b6f4b1a0-3d0e-4f38-9a43-0d8d4f4a7c11'),
      ],
      responses: {
        200: answerOf('The verification.', json(ref('VerifyJob'))),
        ...partProblems('NotFound'),
      },
    },
  },
};
