import { postingIdOf } from '../../../services/ingestion/src/canonical/posting-id.ts';
import { many, piecesOf, text, type Json } from '../json.ts';
import { draft, type Draft, type Manner } from '../request.ts';
import { nameOfText, worstTexts } from '../texts.ts';
import { inTarget, names, strangeTexts } from '../words.ts';
import type { Attack } from './attack.ts';
import { SOURCE } from './postings.ts';

const crowd = (operation: string, name: string, copies: number, make: Attack['draft']): Attack => ({
  operation,
  name: `${name}, ${copies} at once`,
  draft: (random, mark) => ({ ...make(random, mark), copies }),
});
/** @param id what stands for the `{id}` of the operation */
const asked = (operation: string, copies: number, query = '', id = ''): Attack => {
  const [method, path] = operation.replace('{id}', id).split(' ') as [string, string];
  return crowd(operation, `polls${query}`, copies, () => draft(method, path + query));
};

const json = (path: string, body: Json, manner?: Manner): Draft =>
  draft('POST', path, { json: piecesOf(body), ...(manner && { manner }) });
const drip = (bytes: number): Manner => ({ how: 'slow', bytes, pauseMs: 500, leaveAfterMs: 60_000 });

const theTexts = Object.keys(worstTexts).map((name) => postingIdOf(SOURCE, nameOfText(name)));
const tagsOf = (id: string, explain: boolean) => ({
  query:
    'query($id:String!,$explain:Boolean){posting(id:$id){tags(explain:$explain){tags{skillId} decisions{because weights{feature}}}}}',
  variables: { id, explain },
});
const OPEN_STREAM: Manner = { how: 'listen', holdMs: 3000 };

/** The same at once from many sides: polls, long answers, streams, and bodies that hardly come. */
export const crowdAttacks: Attack[] = [
  asked('GET /v1/ledger', 60),
  asked('GET /v1/status', 60),
  asked('GET /v1/retag', 40),
  asked('GET /v1/reconciliation', 12, '?limit=5000'),
  asked('GET /v1/demand', 40, '?via=facts'),
  asked('GET /v1/salaries', 20, '?by=country&via=facts'),
  asked('GET /v1/skills/{id}/pairs', 20, '?via=facts', 'python'),
  asked('GET /v1/report/{id}', 12, '', 'backend-2025'),
  asked('GET /v1/skills', 20, '?limit=1000'),
  asked('GET /openapi.json', 20),
  asked('POST /v1/verify', 8),
  asked('POST /v1/retag', 4),
  crowd('GET /v1/live', 'streams', 300, () => draft('GET', '/v1/live', { manner: OPEN_STREAM })),
  crowd('GET /v1/live', 'HEAD', 5, () => draft('HEAD', '/v1/live')),
  crowd('GET /v1/pipeline/live', 'streams', 100, () =>
    draft('GET', '/v1/pipeline/live', { manner: OPEN_STREAM }),
  ),
  asked('GET /v1/pipeline', 50),
  crowd('GraphQL subscription changes', 'streams', 100, () => {
    const { headers, ...rest } = json('/graphql', { query: 'subscription{changes{id}}' }, OPEN_STREAM);
    return { ...rest, headers: [...headers, ['Accept', 'text/event-stream']] };
  }),
  crowd('POST /v1/tags', 'explained', 10, (_random, mark) =>
    json('/v1/tags?explain=true', { text: text(mark, many(' Go', 6000)) }),
  ),
  crowd('POST /v1/tags', 'bodies that hardly come', 100, (_random, mark) =>
    json('/v1/tags', { text: mark }, drip(5)),
  ),
  crowd('POST /v1/postings', 'bodies that hardly come', 40, (_random, mark) =>
    json('/v1/postings', { source: mark }, drip(3)),
  ),
  crowd('POST /graphql', 'bodies that hardly come', 20, () =>
    json('/graphql', { query: '{reports{id}}' }, drip(1)),
  ),
  crowd('POST /v1/postings', 'a stream that hardly comes', 10, (_random, mark) => ({
    ...draft('POST', '/v1/postings', {
      body: { fragments: [`{"source":"attack","sourceId":"slow","description":"${mark}`] },
      manner: { how: 'slow', bytes: 20, pauseMs: 300, leaveAfterMs: 4000 },
    }),
    headers: [
      ['Authorization', 'Bearer {token}'],
      ['Content-Type', 'application/x-ndjson'],
      ['Transfer-Encoding', 'chunked'],
    ],
  })),
];

const matches = [
  '"1"',
  '"2"',
  'W/"1"',
  '*',
  '"',
  '1',
  '"1","2"',
  '"0"',
  '"99999999999999999999"',
  '"__proto__"',
];

/** What is asked of postings that an attack before may have made, and of some that nobody has. */
export const recordAttacks: Attack[] = [
  ...[0, 1, 2, 3].map((i): Attack => ({
    operation: 'DELETE /v1/postings/{id}',
    name: `of a posting that may be there (${i})`,
    draft: (random) => {
      const usual = draft('DELETE', `/v1/postings/${random.pick(theTexts)}`);
      return { ...usual, headers: [...usual.headers, ['If-Match', random.pick(matches)]] };
    },
  })),
  ...[0, 1].map((i): Attack => ({
    operation: 'GET /v1/postings/{id}',
    name: `of a posting that may be there (${i})`,
    draft: (random) => draft('GET', `/v1/postings/${random.pick(theTexts)}`),
  })),
  ...[0, 1, 2, 3, 4, 5].map((i): Attack => ({
    operation: 'GraphQL query posting',
    name: `tags of one of the worst texts (${i})`,
    draft: (random) => json('/graphql', tagsOf(random.pick(theTexts), random.chance(0.5))),
  })),
  ...[0, 1].map((i): Attack => ({
    operation: 'POST /v1/republish',
    name: `ids that are odd (${i})`,
    draft: (random, mark) => {
      const thousand = (id: string) => Array.from({ length: random.pick([1000, 1001]) }, () => id);
      const ids: Json[] = [
        ...[[], null, [0], [''], [mark], theTexts, thousand('x'), thousand(theTexts[0]!), { length: 1 }],
        ...[[...names], [...strangeTexts], [text(many('x', 1001))], thousand('x'.repeat(900))],
      ];
      return json('/v1/republish', { postingIds: random.pick(ids) });
    },
  })),
  {
    operation: 'GET /v1/reconciliation',
    name: 'pages after odd ids',
    draft: (random) => {
      const after = inTarget(
        random.pick([...names, ...strangeTexts, 'z'.repeat(1001), '\uffff', ...theTexts]),
      );
      return draft('GET', `/v1/reconciliation?limit=${random.pick([1, 2, 5000])}&after=${after}`);
    },
  },
];
