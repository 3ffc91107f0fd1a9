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
      'Reads the whole log with an independent implementation and compares every number of the views and the ' +
      'facts. Postings may arrive meanwhile. If a verification is in progress, it is returned.',
    returns: {
      202: responseOf('The verification; poll it until it is done.', json(ref('VerifyJob')), {
        headers: ['Location'],
        links: {
          verification: { operationId: 'getVerification', description: 'Its progress.', parameters: byId },
        },
      }),
    },
  },
  getVerification: {
    tag: 'watching',
    description:
      'Any replica can be asked, whichever one runs it. The last twenty are stored for a week. `differences` ' +
      'is truncated if there are many; `differenceCount` is exact.',
    pathId: pathId(
      'The verification’s id, from the response that started it.',
      'b6f4b1a0-3d0e-4f38-9a43-0d8d4f4a7c11',
    ),
    returns: 'The verification.',
    problems: ['NotFound'],
  },
};
