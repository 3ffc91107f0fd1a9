import { Writable } from 'node:stream';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/runtime/testing';
import { pino } from 'pino';
import { createCounted } from './counted.ts';
import { askGraphql, post } from './graphql-client.ts';
import { answer, startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());
const start = async (listeners: Parameters<typeof startGateway>[0], options = {}) => {
  gateway = await startGateway(listeners, options);
  return (query: string, variables?: Record<string, unknown>) => askGraphql(gateway.url, query, variables);
};

test('a part that is away takes only its own fields with it, and says the code and the part that REST says', async () => {
  const ask = await start({ analytics: createCounted().listener });
  const { status, headers, data, errors } = await ask(
    '{ demand(top: 1) { population } posting(id: "a") { version } }',
  );
  expect([status, data]).toEqual([200, { demand: { population: 100 }, posting: null }]);
  const problem = (await (await fetch(`${gateway.url}/v1/postings/a`)).json()) as Record<string, unknown>;
  const traceId = headers.get('trace-id');
  expect(errors).toEqual([
    {
      message: problem['detail'],
      path: ['posting'],
      locations: [{ line: 1, column: 33 }],
      extensions: { code: problem['code'], traceId },
    },
  ]);
  expect(problem).toMatchObject({ code: 'unavailable', detail: 'ingestion is not available' });
});

test('what the query schema of REST refuses is refused here, with the same code and faults', async () => {
  const analytics = createCounted();
  const ask = await start({ analytics: analytics.listener });
  const { data, errors } = await ask(
    '{ demand(country: "Germany", top: 5000, from: "soon") { population } }',
  );
  expect(data).toEqual({ demand: null });
  expect(errors).toMatchObject([
    {
      message: 'Some fields are not valid',
      path: ['demand'],
      extensions: {
        code: 'invalid-input',
        faults: [
          { path: 'country', message: 'an ISO 3166-1 alpha-2 code, like DE' },
          { path: 'from', message: 'a month, like 2025-03' },
          { path: 'top', message: expect.stringContaining('1000') },
        ],
      },
    },
  ]);
  expect(analytics.state.asked).toEqual([]);
});

test('months that end before they begin are refused as REST refuses them', async () => {
  const analytics = createCounted();
  const ask = await start({ analytics: analytics.listener });
  const months = 'from: "2025-03", to: "2025-01"';
  for (const field of [`demand(${months}) { population }`, `trend(skillId: "go", ${months}) { skillId }`]) {
    const { errors } = await ask(`{ ${field} }`);
    expect(errors).toMatchObject([
      { extensions: { code: 'invalid-input', faults: [{ path: 'to', message: 'is before from' }] } },
    ]);
  }
  expect(analytics.state.asked).toEqual([]);
});

test.each([
  ['two dots', '..', 'posting(id: $id) { version }', 'id'],
  ['nothing', '', 'posting(id: $id) { version }', 'id'],
  ['half a character', '\uD800', 'trend(skillId: $id) { skillId }', 'skillId'],
  ['too long', 'x'.repeat(1001), 'report(id: $id) { id }', 'id'],
])('an id that is %s is refused before anybody is asked', async (_what, id, field, path) => {
  const asked: unknown[] = [];
  const listener: Parameters<typeof startGateway>[0]['ingestion'] = (req, res) => {
    asked.push(req.url);
    answer({})(req, res);
  };
  const ask = await start({ ingestion: listener, analytics: listener });
  const { errors } = await ask(`query ($id: String!) { ${field} }`, { id });
  expect(errors).toMatchObject([{ extensions: { code: 'invalid-input', faults: [{ path }] } }]);
  expect(asked.filter((url) => url !== '/v1/views')).toEqual([]);
});

test('nothing internal is said, and what is ours to repair is logged with its trace', async () => {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  // A number that is none: only GraphQL finds it, when it writes the answer.
  const wrong: Parameters<typeof startGateway>[0]['analytics'] = (req, res) =>
    answer({ version: 'a', skillId: 'go', months: [{ count: 'mongodb://user:hunter2@db' }] })(req, res);
  const ask = await start({ analytics: wrong }, { log: pino({ level: 'info' }, sink) });
  const { errors, headers } = await ask('{ trend(skillId: "go") { months { count } } }');
  expect(errors).toMatchObject([{ message: 'Internal error', extensions: { code: 'internal' } }]);
  expect(JSON.stringify(errors)).not.toMatch(/hunter2|Int cannot|stack|\.ts/);
  const traceId = headers.get('trace-id');
  const logged = lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);
  expect(logged).toMatchObject([{ traceId, code: 'internal', place: 'trend.months.0.count' }]);
});

test('while analytics is away the last answer is given and says how old it is', async () => {
  const analytics = createCounted();
  const ask = await start({ analytics: analytics.listener });
  const query = '{ demand(top: 1) { population staleSeconds } trend(skillId: "new") { skillId } }';
  expect((await ask('{ demand(top: 1) { population staleSeconds } }')).data).toEqual({
    demand: { population: 100, staleSeconds: null },
  });
  analytics.state.away = true;
  const { data, errors } = await until('it is stale', async () => {
    const stale = await ask(query);
    return JSON.stringify(stale.data).includes('"staleSeconds":null') ? null : stale;
  });
  expect(data).toEqual({ demand: { population: 100, staleSeconds: expect.any(Number) }, trend: null });
  expect(errors).toMatchObject([{ message: 'analytics is not available', path: ['trend'] }]);
});

test.each([
  ['no JSON', '{"query":', {}, 400, 'invalid-input'],
  ['a list of operations', '[{"query":"{ledger{idle}}"}]', {}, 400, 'invalid-input'],
  ['no query', '{"variables":{}}', {}, 400, 'invalid-input'],
  ['an unknown field', '{"query":"{ledger{idle}}","colour":"red"}', {}, 400, 'invalid-input'],
  ['variables that are a list', '{"query":"{ledger{idle}}","variables":[]}', {}, 400, 'invalid-input'],
  [
    'a form',
    'query={ledger{idle}}',
    { 'content-type': 'application/x-www-form-urlencoded' },
    415,
    'unsupported-media-type',
  ],
  [
    'text, which strangers’ pages may send',
    '{"query":"{ledger{idle}}"}',
    { 'content-type': 'text/plain' },
    415,
    'unsupported-media-type',
  ],
  ['an upload', '--x', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'unsupported-media-type'],
])('%s is no request and answered as a problem', async (_what, body, headers, status, code) => {
  await start({});
  const response = await post(gateway.url, body, headers);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ]);
  expect(await response.json()).toMatchObject({ code });
});

test('a query may come by GET; HEAD and other methods may not, and pages of strangers may read nothing', async () => {
  const analytics = createCounted();
  await start({ analytics: analytics.listener });
  const get = (parameters: Record<string, string>, init?: RequestInit) =>
    fetch(`${gateway.url}/graphql?${new URLSearchParams(parameters)}`, init);
  const query = 'query Most($top: Int) { demand(top: $top) { skills { skillId } } }';
  const found = await get(
    { query, variables: '{"top":1}', operationName: 'Most' },
    { headers: { origin: 'http://elsewhere' } },
  );
  expect(await found.json()).toEqual({ data: { demand: { skills: [{ skillId: 'skill-0' }] } } });
  const names = [...found.headers.keys()];
  expect(names.filter((name) => /access-control|powered|server|yoga|graphql/.test(name))).toEqual([]);
  expect((await get({ query, variables: '[1' })).status).toBe(400);
  expect((await get({ query, colour: 'red' })).status).toBe(400);
  const refused = await Promise.all(['HEAD', 'PUT', 'DELETE'].map((method) => get({ query }, { method })));
  expect(refused.map(({ status }) => status)).toEqual([405, 405, 405]);
  expect(analytics.state.asked).toEqual(['/v1/demand?top=1']);
});

test('there is no page: a browser that looks is told what to send', async () => {
  await start({});
  const response = await fetch(`${gateway.url}/graphql`, { headers: { accept: 'text/html' } });
  expect([response.status, await response.json()]).toMatchObject([400, { faults: [{ path: 'query' }] }]);
});
