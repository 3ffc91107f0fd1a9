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
    description: 'The trace id of this request, which is in the logs of every service that handled it.',
    required: true,
    schema: { type: 'string', pattern: '^[0-9a-f]{32}$' },
  },
  ETag: { description: 'The version of the response, for If-Match or If-None-Match.', schema: text },
  Location: { description: 'The URL of the resource that was created or started.', schema: text },
  'Retry-After': { description: 'Seconds to wait before the next attempt.', schema: { type: 'integer' } },
  RateLimit: {
    description: 'The requests left in the window, and the seconds until it ends: "reads";r=5999;t=60.',
    schema: text,
  },
  'RateLimit-Policy': {
    description: 'The quota of a client and the window in seconds: "reads";q=6000;w=60.',
    schema: text,
  },
  'Cache-Control': { description: 'How long the response may be cached.', schema: text },
  'WWW-Authenticate': {
    description: 'The token that is required (RFC 6750): Bearer realm="skillstream", scope="postings:write".',
    schema: text,
  },
  Age: { description: 'The age of a stale response in seconds.', schema: { type: 'integer' } },
  'Skillstream-Stale': {
    description: 'Present if the upstream is unavailable and this is its last known response.',
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
    'A parameter, a header or the body is invalid; `faults` lists the validation issues by path.',
  ],
  Unauthenticated: [
    401,
    'The token is missing or invalid; the header names the token that is required.',
    'WWW-Authenticate',
  ],
  NotAllowed: [
    403,
    'The token lacks the scope, or the request comes from a page of another origin.',
    'WWW-Authenticate',
  ],
  NotFound: [404, 'There is no resource with this id; for a skill, `nearest` suggests similar ids.'],
  TooSlow: [408, 'The body took too long to arrive.'],
  PreconditionFailed: [412, 'The current version of the posting does not match If-Match.'],
  TooLarge: [413, 'The body is too large.'],
  UriTooLong: [414, 'Path and parameters have more than 8,000 characters.'],
  UnsupportedMediaType: [415, 'The media type or the content encoding is not supported.'],
  Unprocessable: [422, 'The syntax is valid, but the content cannot be processed; `faults` says why.'],
  RateLimited: [
    429,
    'The client has exceeded its rate limit; each rate class has its own.',
    'Retry-After',
    'RateLimit',
    'RateLimit-Policy',
  ],
  HeadersTooLarge: [431, 'There are more than a hundred headers, or they have more than 16 KB.'],
  Unavailable: [503, 'A service is unavailable or overloaded: try again later.', 'Retry-After'],
  Timeout: [504, 'A service did not respond in time.', 'Retry-After'],
} as const satisfies Record<string, readonly [number, string, ...HeaderName[]]>;
export type Refusal = keyof typeof refusals;

/** `components/responses`: every error response, a problem as in RFC 9457. */
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

// Refusals that precede routing.
const ofEveryRequest: Refusal[] = ['BadRequest', 'UriTooLong', 'HeadersTooLarge'];

/** The error responses of one operation, including those of every request. */
export const problems = (...names: Refusal[]): Record<string, Response> =>
  Object.fromEntries(
    [...ofEveryRequest, ...names].map((name) => [
      String(refusals[name][0]),
      { $ref: `#/components/responses/${name}` },
    ]),
  );

/** A response with a body of the given media types. */
export const responseOf = (
  description: string,
  content: MediaTypes,
  { headers: names = [], links }: { headers?: HeaderName[]; links?: Record<string, Link> } = {},
): Content => ({ description, headers: headersOf(names), content, ...(links && { links }) });

/** The response to a client whose cached response is still valid. */
export const notModified = (): Content => ({
  description: 'The cached response is still valid.',
  headers: headersOf(['ETag', 'Cache-Control']),
});

/** A JSON response. */
export const json = (schema: JsonSchema): MediaTypes => ({ 'application/json': { schema } });
