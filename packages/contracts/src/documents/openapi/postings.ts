import { responseOf, json } from './responses.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';
import { pathId } from './parameters.ts';

const posting = {
  source: 'acme-board',
  sourceId: '4711',
  title: 'Backend engineer (Go, Kafka)',
  organization: 'Acme',
  description: 'We run Go services over Kafka and PostgreSQL on Kubernetes.',
  location: { country: 'DE', city: 'Berlin' },
  salary: { min: 70_000, max: 90_000, currency: 'EUR', period: 'year' },
  datePosted: '2025-03-14',
};
const ndjson = 'application/x-ndjson';
const id = pathId('The posting’s id, from the result of sending it.', 'acme-board.eJbU2LAJTuoR_O_DvtSC');
const byId = { id: '$response.body#/postingId' };

/** The resource `postings`. */
export const postingDescribed: Descriptions = {
  sendPostings: {
    tag: 'postings',
    description:
      'Accepted postings are durable: whatever crashes after the response, the posting is tagged and counted ' +
      'exactly once. A posting is identified by `source` and `sourceId`: sent again unchanged it has no ' +
      'effect, sent again with other content it becomes the next version.\n\n' +
      'One object is answered with its result. An array is answered with one result for each element, ' +
      'independent of the others, and with 422 if no element can be accepted or the array is empty; it holds ' +
      'at most 10,000 postings. A stream (`application/x-ndjson`, one posting on each line, of any length) is ' +
      'answered with a stream of results, one for each line, in order, as soon as the posting is durable: read ' +
      'the response while you send. A stream without postings has no results. If the stream cannot continue, ' +
      'its last line is `unavailable`; send the rest again from there. A stream is ended after 10,000 rejected ' +
      'lines, plus nine for each accepted one, so a file in which nine of ten lines are invalid is read to its ' +
      'end; and after 100,000 consecutive empty lines.\n\n' +
      'The result of a rejected posting lists its first twenty validation issues and the number of the others; ' +
      'an array lists a thousand issues in total, and from then on the first issue of each posting.\n\n' +
      'Every body may be compressed (`Content-Encoding: gzip`), by a factor of 100 at most.',
    requestBody: {
      required: true,
      description: 'One posting, an array of postings, or NDJSON.',
      content: {
        'application/json': {
          schema: {
            anyOf: [
              ref('PostingInput'),
              {
                type: 'array',
                minItems: 1,
                maxItems: 10_000,
                description: 'Elements are PostingInput; an invalid element is rejected in its own result.',
                items: {},
              },
            ],
          },
          examples: {
            one: { summary: 'One posting', value: posting },
            array: { summary: 'Two postings', value: [posting, { ...posting, sourceId: '4712' }] },
          },
        },
        [ndjson]: {
          schema: {
            type: 'string',
            description: 'One PostingInput on each line; an invalid line is rejected in its own result.',
          },
          'x-itemSchema': ref('PostingInput'),
          examples: { stream: { summary: 'A stream of one posting', value: `${JSON.stringify(posting)}\n` } },
        },
      },
    },
    returns: {
      200: responseOf('The results of a stream, one on each line.', {
        [ndjson]: {
          schema: { type: 'string', description: 'One IngestResult on each line.' },
          'x-itemSchema': ref('IngestResult'),
        },
      }),
      202: responseOf(
        'The result of one posting, or those of an array.',
        json({ anyOf: [ref('IngestResult'), { type: 'array', items: ref('IngestResult') }] }),
        {
          headers: ['Location'],
          links: {
            posting: {
              operationId: 'getPosting',
              description: 'The stored posting.',
              parameters: byId,
            },
            retraction: {
              operationId: 'retractPosting',
              description: 'Retracts the posting.',
              parameters: byId,
            },
          },
        },
      ),
    },
    problems: ['TooSlow', 'TooLarge', 'UnsupportedMediaType', 'Unprocessable'],
  },
  getPosting: {
    tag: 'postings',
    description:
      'The posting as the platform interpreted it: role, seniority, country, workplace and salary are derived ' +
      'if the sender did not state them, and `derived` says from what, and how surely. `pending` means that the latest version is not published yet; the ' +
      'ETag reflects that ("3-pending", then "3"), so that If-None-Match detects the change. A retracted ' +
      'posting is returned as a version without content.',
    pathId: id,
    returns: {
      200: responseOf('The posting.', json(ref('PostingRecord')), { headers: ['ETag'] }),
    },
    problems: ['NotFound'],
  },
  getJourney: {
    tag: 'watching',
    description:
      'The steps of the posting’s latest version: accepted, published, tagged, counted in views, counted in facts; or ' +
      'dead, and then why. Each has its time, service, replica, version, and its place in the log: topic, partition, ' +
      'offset. A step that is not reached is `waiting`, and one that only a service knows which is away is `unknown`; ' +
      '`away` names the service and says why. `requeued` is there where the version was published again: by a ' +
      'backfill, or a repair. `waitedMs` counts from the step named by `after`. The clocks of replicas differ: it is ' +
      'never negative, and `clockBehindMs` says where a clock is behind. What an earlier release did not store is ' +
      'null. It is the scope of operators: a journey shows no content, but names replicas and offsets.',
    pathId: id,
    returns: 'The steps, in order.',
    problems: ['NotFound', 'Unavailable', 'Timeout'],
  },
  retractPosting: {
    tag: 'postings',
    description:
      'A retraction is a version of its own: the posting is removed from all counts, and a record that it ' +
      'existed remains. The operation is idempotent. With If-Match only the given version is retracted.',
    pathId: id,
    headers: [
      {
        name: 'If-Match',
        in: 'header',
        description:
          'Versions that may be retracted, as entity tags like "3" or "3-pending", which are equivalent here. * is ' +
          'accepted, too, and means any version, as without the header.',
        // One type instead of a union: client generators skip operations with a union-typed header. So * is only in
        // the description.
        schema: {
          type: 'string',
          pattern: '^"[1-9][0-9]{0,8}(-pending)?"(, "[1-9][0-9]{0,8}(-pending)?"){0,9}$',
        },
        example: '"3"',
      },
    ],
    returns: {
      200: responseOf('The retraction.', json(ref('PostingRecord')), { headers: ['ETag'] }),
    },
    problems: ['NotFound', 'PreconditionFailed'],
  },
};
