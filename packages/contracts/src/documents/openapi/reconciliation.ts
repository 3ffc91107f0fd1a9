import { reconciliationQuery } from '../../reconciliation-api.ts';
import { answerOf, changeProblems, json, partProblems } from './answers.ts';
import { ref } from './components.ts';
import type { Paths } from './operation.ts';
import { queryParameters } from './parameters.ts';

/** Whether what was accepted is what is counted, posting by posting, and what to do where it is not. */
export const reconciliationPaths: Paths = {
  '/v1/reconciliation': {
    get: {
      operationId: 'reconcile',
      tags: ['watching'],
      summary: 'Compares what was accepted with what is counted, posting by posting',
      description:
        'A page of postings in the order of their ids: each at the version that ingestion has, and at the one that ' +
        'analytics has. The log plays no part in it, so that it shows what the log lost. A posting that waits to be ' +
        'published is on its way, and one that died says why among the dead letters: neither is a difference. What ' +
        'differs is looked at again until it stands still while nothing is on its way (`settled`), some ten seconds at ' +
        'the most; a posting that changes all the while is no difference once each side has what the other had at the ' +
        'first look. Ask for the next page with `after` = `next`, until that is null; and with `id` again for what ' +
        'was not settled.',
      parameters: queryParameters(reconciliationQuery),
      responses: {
        200: answerOf('The page, and every posting of it that differs.', json(ref('ReconciliationPage'))),
        ...partProblems(),
      },
    },
  },
  '/v1/republish': {
    post: {
      operationId: 'republishPostings',
      tags: ['watching'],
      summary: 'Has some postings published again, each at the version that it has',
      description:
        'For what a reconciliation calls missing or behind; of a retracted posting the retraction goes out again. They ' +
        'wait to be published when this is answered. Published twice, a posting still counts once.',
      requestBody: {
        required: true,
        description: 'The ids of the postings, 1,000 at the most.',
        content: {
          'application/json': {
            schema: ref('RepublishRequest'),
            examples: {
              one: { summary: 'One posting', value: { postingIds: ['acme.4pVRwyQhCJ2vLx3D8tKe'] } },
            },
          },
        },
      },
      responses: {
        202: answerOf('They wait to be published.', json(ref('RepublishAnswer'))),
        ...changeProblems('TooSlow', 'TooLarge', 'UnsupportedMediaType'),
      },
    },
  },
};
