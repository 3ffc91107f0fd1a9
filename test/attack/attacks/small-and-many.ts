import { many, piecesOf, raw, text, type Json } from '../json.ts';
import { draft, type Draft, type Fragment } from '../request.ts';
import type { Attack } from './attack.ts';
import { SOURCE } from './postings.ts';

const attack = (operation: string, name: string, copies: number, make: (mark: string) => Draft): Attack => ({
  operation,
  name: `${name}, ${copies} at once`,
  draft: (_random, mark) => ({ ...make(mark), copies }),
});
const withHeaders = (usual: Draft, ...headers: [string, string][]): Draft => ({
  ...usual,
  headers: [...usual.headers, ...headers],
});
const json = (path: string, body: Json): Draft => draft('POST', path, { json: piecesOf(body) });

const GET = 'GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n';
/** So many requests in one write: what stands behind the first is no body of it. */
const pipelined = (times: number): Draft =>
  withHeaders(
    draft('GET', '/openapi.json', { body: { fragments: [many(GET, times)] } }),
    ['Content-Length', '0'],
    ['Connection', 'keep-alive'],
  );

const INTROSPECTION =
  'fragment F on __Schema{types{name description fields{name description args{name type{name}} type{name}}}}';
const aliases = (of: string) => Array.from({ length: 19 }, (_, i) => `a${i}:${of}`).join(' ');

const posting = (mark: string, sourceId: string, description: Json): Json => ({
  ...{ source: SOURCE, sourceId, title: 'Engineer', description },
  organization: mark,
});
const line = (mark: string, sourceId: string): Fragment[] => [
  ...piecesOf(posting(mark, sourceId, 'Go')),
  '\n',
];

/** Requests that are small and cost much, from many sides at once: each ended a service, or stopped it, once. */
export const smallAndManyAttacks: Attack[] = [
  // One more would end the connection, as it should: this run takes a cut connection for a fault.
  attack('GET /openapi.json', 'seventeen in one write', 20, () => pipelined(16)),
  attack('POST /graphql', 'the introspection by nineteen names', 40, () =>
    json('/graphql', { query: `{${aliases('__schema{...F}')}} ${INTROSPECTION}` }),
  ),
  attack('POST /graphql', 'the introspection', 20, () =>
    json('/graphql', { query: `{__schema{...F}} ${INTROSPECTION}` }),
  ),
  attack('GET /v1/demand', 'a table', 40, () =>
    withHeaders(draft('GET', '/v1/demand'), ['Accept', 'text/csv']),
  ),
  attack('POST /v1/postings', 'a posting and 9,990 zeros', 60, (mark) =>
    json('/v1/postings', [posting(mark, 'zeros', 'Go'), raw('0', many(',0', 9989))]),
  ),
  attack('POST /v1/postings', 'a line of a posting for 2,000 of zeros', 4, (mark) => ({
    ...withHeaders(draft('POST', '/v1/postings'), ['Content-Type', 'application/x-ndjson']),
    body: {
      fragments: Array.from({ length: 100 }, (_, i) => [
        many('0\n', 2000),
        ...line(mark, `zeros-${i}`),
      ]).flat(),
    },
  })),
  attack('POST /v1/postings', 'single postings of 200 KB', 100, (mark) =>
    json('/v1/postings', posting(mark, 'single', text(many('<li>', 49_000)))),
  ),
  attack('GET /v1/reconciliation', 'pages of 5,000', 60, () => draft('GET', '/v1/reconciliation?limit=5000')),
  attack('GET /v1/skills/{id}', 'skills that nobody knows', 60, () =>
    draft('GET', '/v1/skills/kuberneteskuberneteskub'),
  ),
];
