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
const tableOf = (delimiter: string): string =>
  [
    ['job_title', 'company', 'city', 'posted_at', 'description'],
    ['Backend engineer', 'Acme', 'Berlin', '2025-03-14', 'We run Go services over Kafka.'],
  ]
    .map((cells) => `${cells.join(delimiter)}\n`)
    .join('');
const tableContent = (delimiter: string) => ({
  schema: { type: 'string', description: 'Rows, of which the first names the columns.' },
  examples: { table: { summary: 'A table of one posting', value: tableOf(delimiter) } },
});
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
      'A table (`text/csv`, `text/tab-separated-values`) is read as `skillstream load` reads one: its first line names ' +
      'the columns; delimiter, quotes and encoding are found from its beginning, columns by the names that people ' +
      'use for them, and `map` names others; what the parameters say of these is not looked for. The first line of the response says which column became which field ' +
      'and which were left out; a result line for each row follows, with the number of the line on which it begins. ' +
      'The response begins when the first 200 rows were read, or all; otherwise it is like that of a stream. A ' +
      'table without a column for the description, or of more than 1,000 columns, is refused as a whole (422). ' +
      'The parameters are those of tables, and are refused beside any other body (400).\n\n' +
      'Every body may be compressed (`Content-Encoding: gzip`), by a factor of 100 at most.',
    requestBody: {
      required: true,
      description: 'One posting, an array of postings, NDJSON, or a table.',
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
        'text/csv': tableContent(','),
        'text/tab-separated-values': tableContent('\t'),
      },
    },
    returns: {
      200: responseOf('The results of a stream or a table, one on each line.', {
        [ndjson]: {
          schema: {
            type: 'string',
            description: 'One IngestResult on each line; of a table a TableMapping before them.',
          },
          'x-itemSchema': { anyOf: [ref('IngestResult'), ref('TableMapping')] },
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
  previewFile: {
    tag: 'postings',
    description:
      'Shows what a file is, which column becomes which field, the first 50 postings as they would be stored, and the ' +
      'first 50 faults by line and column, of the first 2,000 rows. Nothing is stored. The body is the beginning of ' +
      'the file, of whatever format `skillstream load` takes but a zip, or all of it; what it is counts, not its name. ' +
      'The parameters are those of a table sent to `/v1/postings`. A file that cannot be read has a `problem`, and 200.',
    requestBody: {
      required: true,
      description: 'The first million bytes of a file at most.',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
    returns: 'What the file is, and what would become of it.',
    problems: ['TooSlow', 'TooLarge', 'UnsupportedMediaType'],
  },
  listPostings: {
    tag: 'postings',
    description:
      'The postings of a source, retracted and expired ones included, or the live ones of a job (`job` of a posting); ' +
      'one of both must be given. In the order of their ids; `next` is the id to go on after, null on the last page. A ' +
      'page may have fewer than `limit` postings, where they are large. While postings are added, none is listed ' +
      'twice, and none that was there is left out. `primary` says which one of a job counts where jobs are counted.',
    returns: 'A page of postings, without their text.',
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
      'existed remains. The operation is idempotent. With If-Match only the given version is retracted. A version ' +
      'may be one that nobody sent: linking makes one when it finds out whether a posting counts for its job. So an ' +
      'If-Match may be stale although nobody changed the posting: read it again.',
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
