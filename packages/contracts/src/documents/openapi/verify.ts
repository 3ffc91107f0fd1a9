import { responseOf, json } from './responses.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';
import { pathId } from './parameters.ts';

const byId = { id: '$response.body#/id' };

/** The resource `verify`. */
export const verifyDescribed: Descriptions = {
  beginVerification: {
    tag: 'watching',
    description:
      'Reads the whole log with a fold of its own and compares each number of the views and the facts. Goes on ' +
      'while postings come in. A verification that is under way is joined.',
    returns: {
      202: responseOf('The verification; ask for it until it is done.', json(ref('VerifyJob')), {
        headers: ['Location'],
        links: {
          verification: { operationId: 'getVerification', description: 'How far it is.', parameters: byId },
        },
      }),
    },
  },
  getVerification: {
    tag: 'watching',
    description:
      'Whichever replica is asked, and whichever one runs it. The last twenty are kept, for a week. `differences` is ' +
      'cut off where there are many, `differenceCount` is not.',
    pathId: pathId(
      'The verification’s id, as its beginning named it.',
      'b6f4b1a0-3d0e-4f38-9a43-0d8d4f4a7c11',
    ),
    returns: 'The verification.',
    problems: ['NotFound'],
  },
};
