import type { JsonSchema } from '../../json-schema.ts';
import { ref } from './components.ts';
import type { MediaTypes } from './operation.ts';

type Ref = { $ref: string };
type Header = { description: string; required?: true; schema: JsonSchema };
type Link = { operationId: string; description: string; parameters?: Record<string, string> };
type Content = {
  description: string;
  headers: Record<string, Ref>;
  content?: MediaTypes;
  links?: Record<string, Link>;
};
export type Response = Content | Ref;

const text = { type: 'string' };

/** `components/headers`. */
export const headers = {
  'trace-id': {
    description: 'The trace of this request: the same id stands in the logs of every service that it met.',
    required: true,
    schema: { type: 'string', pattern: '^[0-9a-f]{32}$' },
  },
  ETag: { description: 'The version of what was answered, for If-Match or If-None-Match.', schema: text },
  Location: { description: 'Where to ask for what was begun or taken.', schema: text },
  'Retry-After': { description: 'Seconds until it is worth another try.', schema: { type: 'integer' } },
  RateLimit: {
    description: 'How often you may still ask in the window, and when that ends: "reads";r=5999;t=60.',
    schema: text,
  },
  'RateLimit-Policy': {
    description: 'How often a client may ask in a window of so many seconds: "reads";q=6000;w=60.',
    schema: text,
  },
  'Cache-Control': { description: 'How long the answer may be used again.', schema: text },
  'WWW-Authenticate': {
    description: 'Which token it takes (RFC 6750): Bearer realm="skillstream", scope="postings:write".',
    schema: text,
  },
  Age: { description: 'How old a stale answer is, in seconds.', schema: { type: 'integer' } },
  'Skillstream-Stale': {
    description: 'Stands there where nobody could be asked, and this is what was answered last.',
    schema: { type: 'string', const: 'true' },
  },
} satisfies Record<string, Header>;
export type HeaderName = Exclude<keyof typeof headers, 'trace-id'>;

const headersOf = (names: readonly HeaderName[]): Record<string, Ref> =>
  Object.fromEntries(
    (['trace-id', ...names] as const).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );

const refusals = {
  BadRequest: [
    400,
    'A parameter, a header or the body is not as described; `faults` names each by its path.',
  ],
  Unauthenticated: [
    401,
    'There is no token, or none that holds; the header says what it takes.',
    'WWW-Authenticate',
  ],
  NotAllowed: [403, 'The token is not good for this, or a page of another origin asks.', 'WWW-Authenticate'],
  NotFound: [404, 'There is nothing by this id; where a skill is meant, `nearest` names ids like it.'],
  TooSlow: [408, 'The body took too long to arrive.'],
  PreconditionFailed: [412, 'The posting has another version by now than If-Match allows.'],
  TooLarge: [413, 'The body is larger than is taken at once.'],
  UriTooLong: [414, 'Path and parameters have more than 8,000 characters.'],
  UnsupportedMediaType: [415, 'The media type or the content encoding is not taken.'],
  Unprocessable: [422, 'The form is right, and yet the content cannot be taken; `faults` says why.'],
  RateLimited: [
    429,
    'You ask more often than a client may; each kind of request has a limit of its own.',
    'Retry-After',
    'RateLimit',
    'RateLimit-Policy',
  ],
  HeadersTooLarge: [431, 'There are more than a hundred headers, or they have more than 16 KB.'],
  Unavailable: [
    503,
    'A part of the platform is away, or too much waits already: try again later.',
    'Retry-After',
  ],
  Timeout: [504, 'A part of the platform did not answer in time.', 'Retry-After'],
} as const satisfies Record<string, readonly [number, string, ...HeaderName[]]>;
export type Refusal = keyof typeof refusals;

/** `components/responses`: every error answer, each a problem by RFC 9457. */
export const problemResponses = (): Record<string, Content> =>
  Object.fromEntries(
    Object.entries(refusals).map(([name, [, description, ...names]]) => [
      name,
      {
        description,
        headers: headersOf(names),
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  );

// What is said of a request before anybody asks what it wants.
const ofEveryRequest: Refusal[] = ['BadRequest', 'UriTooLong', 'HeadersTooLarge'];

/** The error answers of one operation, those of every request among them. */
export const problems = (...names: Refusal[]): Record<string, Response> =>
  Object.fromEntries(
    [...ofEveryRequest, ...names].map((name) => [
      String(refusals[name][0]),
      { $ref: `#/components/responses/${name}` },
    ]),
  );

/** An answer with a body of some media types. */
export const responseOf = (
  description: string,
  content: MediaTypes,
  { headers: names = [], links }: { headers?: HeaderName[]; links?: Record<string, Link> } = {},
): Content => ({ description, headers: headersOf(names), content, ...(links && { links }) });

/** The answer to who has it already. */
export const notModified = (): Content => ({
  description: 'The answer that you have still holds.',
  headers: headersOf(['ETag', 'Cache-Control']),
});

/** An answer as JSON. */
export const json = (schema: JsonSchema): MediaTypes => ({ 'application/json': { schema } });
