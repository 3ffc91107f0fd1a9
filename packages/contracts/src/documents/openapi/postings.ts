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
const id = pathId(
  'The posting’s id, as the result of sending it names it.',
  'acme-board.eJbU2LAJTuoR_O_DvtSC',
);
const byId = { id: '$response.body#/postingId' };

/** The resource `postings`. */
export const postingDescribed: Descriptions = {
  sendPostings: {
    tag: 'postings',
    description:
      'What is accepted is durable: whatever crashes after the answer, the posting is tagged and counted once. ' +
      'A posting is known by `source` and `sourceId`: sent again unchanged it changes nothing, sent again with ' +
      'other content it becomes the next version.\n\n' +
      'One object is answered by its result. An array is answered by a result for each element, whatever is ' +
      'wrong with its neighbours, and by 422 where none of them can be taken, or where it is empty; it holds 10,000 ' +
      'postings at most. ' +
      'A stream (`application/x-ndjson`, a posting a line, without an end if you ' +
      'like) is answered by a stream, a result for each line, in order, as soon as it is durable: read it while ' +
      'you send. One that holds no posting has no results. Its last line says `unavailable` where it could not ' +
      'go on; send the rest again from there. It ends where 10,000 lines cannot be taken, and nine more for each ' +
      'that can, so a file of which nine lines in ten are bad goes on to its end; and at 100,000 empty lines in a ' +
      'row.\n\n' +
      'A posting that cannot be taken is told its first twenty faults, and how many more there are; an array as ' +
      'a whole a thousand, and from there on the first of each.\n\n' +
      'Each body may be packed: `Content-Encoding: gzip`, to a hundredth of its size at the least.',
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
                description: 'Of PostingInput; an element that is none is rejected in its own result.',
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
            description: 'A PostingInput a line; a line that is none is rejected in its own result.',
          },
          'x-itemSchema': ref('PostingInput'),
          examples: { stream: { summary: 'A stream of one', value: `${JSON.stringify(posting)}\n` } },
        },
      },
    },
    returns: {
      200: responseOf('The results of a stream, one a line.', {
        [ndjson]: {
          schema: { type: 'string', description: 'An IngestResult a line.' },
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
              description: 'The posting as it is kept.',
              parameters: byId,
            },
            retraction: {
              operationId: 'retractPosting',
              description: 'Takes it back.',
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
      'The posting as the platform understood it: role, seniority, country, workplace and salary are derived ' +
      'where the sender did not say. `pending` tells that its latest version is not published yet, and the ETag ' +
      'does so, too ("3-pending", then "3"), so that If-None-Match finds out. A retracted posting is still ' +
      'answered, as a version without content.',
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
      'A retraction is a version of its own: the posting leaves every count, and what remains says that it was ' +
      'there. Repeated, it gives the same answer and changes nothing. With If-Match only the version that you ' +
      'have seen is taken back.',
    pathId: id,
    headers: [
      {
        name: 'If-Match',
        in: 'header',
        description:
          'Versions that may be taken back, as entity tags like "3" or "3-pending", which are the same here. * is taken, ' +
          'too: any, as without it.',
        // One type and no choice of two: generators of clients leave out an operation with such a
        // header. So * stands in the words alone.
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
