import { responseOf, json } from './responses.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';

/** Reconciliation of accepted and counted postings, and the repair of differences. */
export const reconciliationDescribed: Descriptions = {
  reconcile: {
    tag: 'watching',
    description:
      'A page of postings in the order of their ids: each with its version at ingestion and its version at ' +
      'analytics. The log is not consulted, so that losses in the log are detected. A posting that waits to be ' +
      'published is in flight, and a dead-lettered one has its reason among the dead letters: neither is a ' +
      'difference. Differences are read again until they are stable and nothing is in flight (`settled`), for ' +
      'about ten seconds at most; a posting that changes continuously is no difference once each side has ' +
      'reached the version that the other had at the first read. Request the next page with `after` = `next` ' +
      'until that is null, and unsettled postings again with `id`.',
    returns: 'The page, and all postings of it that differ.',
    problems: ['Unavailable', 'Timeout'],
  },
  republishPostings: {
    tag: 'watching',
    description:
      'For postings that a reconciliation reports as missing or behind; for a retracted posting the retraction ' +
      'is published again. When the response is sent, they are stored in the outbox. A posting that is ' +
      'published twice is still counted once.',
    body: {
      description:
        'The ids of the postings, at most 1,000, as JSON in UTF-8 without duplicate keys; at most 2 MB. It may ' +
        'be compressed (`Content-Encoding: gzip`), by a factor of 100 at most.',
      examples: {
        one: { summary: 'One posting', value: { postingIds: ['acme.4pVRwyQhCJ2vLx3D8tKe'] } },
      },
    },
    returns: {
      202: responseOf('The postings wait to be published.', json(ref('RepublishAnswer'))),
    },
    problems: ['TooSlow', 'TooLarge', 'UnsupportedMediaType'],
  },
};
