import { responseOf, json } from './responses.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';

/** Whether what was accepted is what is counted, posting by posting, and what to do where it is not. */
export const reconciliationDescribed: Descriptions = {
  reconcile: {
    tag: 'watching',
    description:
      'A page of postings in the order of their ids: each at the version that ingestion has, and at the one that ' +
      'analytics has. The log plays no part in it, so that it shows what the log lost. A posting that waits to be ' +
      'published is on its way, and one that died says why among the dead letters: neither is a difference. What ' +
      'differs is looked at again until it stands still while nothing is on its way (`settled`), some ten seconds at ' +
      'the most; a posting that changes all the while is no difference once each side has what the other had at the ' +
      'first look. Ask for the next page with `after` = `next`, until that is null; and with `id` again for what ' +
      'was not settled.',
    returns: 'The page, and every posting of it that differs.',
    problems: ['Unavailable', 'Timeout'],
  },
  republishPostings: {
    tag: 'watching',
    description:
      'For what a reconciliation calls missing or behind; of a retracted posting the retraction goes out again. They ' +
      'wait to be published when this is answered. Published twice, a posting still counts once.',
    body: {
      description:
        'The ids of the postings, 1,000 at the most, as JSON in UTF-8 without repeated keys; 2 MB at most. It may be ' +
        'packed: `Content-Encoding: gzip`, to a hundredth of its size at the least.',
      examples: {
        one: { summary: 'One posting', value: { postingIds: ['acme.4pVRwyQhCJ2vLx3D8tKe'] } },
      },
    },
    returns: {
      202: responseOf('They wait to be published.', json(ref('RepublishAnswer'))),
    },
    problems: ['TooSlow', 'TooLarge', 'UnsupportedMediaType'],
  },
};
