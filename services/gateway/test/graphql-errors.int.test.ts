import { Writable } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { authorize, type Caller } from '@skillstream/auth';
import { traceFields } from '@skillstream/telemetry';
import { pino } from 'pino';
import { createCounted } from './counted.ts';
import { askGraphql, post } from './graphql-client.ts';
import { respond, startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());
const start = async (listeners: Parameters<typeof startGateway>[0], options = {}) => {
  gateway = await startGateway(listeners, options);
  return (query: string, variables?: Record<string, unknown>) => askGraphql(gateway.url, query, variables);
};

test('an unavailable upstream fails only its own fields, with the same code and upstream as over REST', async () => {
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

test('what the query schema of REST refuses is refused here, with the same code and issues', async () => {
  const analytics = createCounted();
  const ask = await start({ analytics: analytics.listener });
  const { data, errors } = await ask('{ demand(country: "UK", top: 5000, from: "soon") { population } }');
  expect(data).toEqual({ demand: null });
  expect(errors).toMatchObject([
    {
      message: 'Some fields are not valid',
      path: ['demand'],
      extensions: {
        code: 'invalid-input',
        faults: [
          { path: 'country', message: 'an ISO 3166-1 alpha-2 code, which is GB here' },
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
])('an id that is %s is refused before any upstream is called', async (_what, id, field, path) => {
  const asked: unknown[] = [];
  const listener: Parameters<typeof startGateway>[0]['ingestion'] = (req, res) => {
    asked.push(req.url);
    respond({})(req, res);
  };
  const ask = await start({ ingestion: listener, analytics: listener });
  const { errors } = await ask(`query ($id: String!) { ${field} }`, { id });
  expect(errors).toMatchObject([{ extensions: { code: 'invalid-input', faults: [{ path }] } }]);
  expect(asked.filter((url) => url !== '/v1/views')).toEqual([]);
});

test('nothing internal is returned, and defects of ours are logged with their trace', async () => {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  // An invalid number: only GraphQL detects it, when it serialises the response.
  const wrong: Parameters<typeof startGateway>[0]['analytics'] = (req, res) =>
    respond({ version: 'a', skillId: 'go', months: [{ count: 'mongodb://user:hunter2@db' }] })(req, res);
  const ask = await start({ analytics: wrong }, { log: pino({ level: 'info', mixin: traceFields }, sink) });
  const { errors, headers } = await ask('{ trend(skillId: "go") { months { count } } }');
  expect(errors).toMatchObject([{ message: 'Internal error', extensions: { code: 'internal' } }]);
  expect(JSON.stringify(errors)).not.toMatch(/hunter2|Int cannot|stack|\.ts/);
  const traceId = headers.get('trace-id');
  const logged = lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);
  expect(logged).toMatchObject([{ trace_id: traceId, code: 'internal', field: 'count', at: '1:35' }]);
});

test('while analytics is unavailable the last result is returned with its age', async () => {
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
    'text, which pages of other origins may send',
    '{"query":"{ledger{idle}}"}',
    { 'content-type': 'text/plain' },
    415,
    'unsupported-media-type',
  ],
  ['an upload', '--x', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'unsupported-media-type'],
])('%s is no request and gets a problem', async (_what, body, headers, status, code) => {
  await start({});
  const response = await post(gateway.url, body, headers);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ]);
  expect(await response.json()).toMatchObject({ code });
});

test('a query may come by GET; HEAD and other methods may not, and pages of other origins may read nothing', async () => {
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

test('a browser gets a page that explains the path; a program gets an error that it has no query', async () => {
  await start({});
  const looks = (accept: string) => fetch(`${gateway.url}/graphql`, { headers: { accept } });
  const page = await looks('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8');
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await page.text()).toContain('href="/docs"');
  for (const accept of ['*/*', 'application/json', 'application/graphql-response+json']) {
    const response = await looks(accept);
    expect([response.status, await response.json()]).toMatchObject([400, { faults: [{ path: 'query' }] }]);
  }
});

describe('a mistake of a caller is 400 with its location, never an internal error:', () => {
  const demand =
    'query A($top: Int, $role: Role, $via: ReadModel) { demand(top: $top, role: $role, via: $via) { population } }';
  test.each<[string, object, object]>([
    ['a variable of another type', { query: demand, variables: { top: 'many' } }, { path: 'variables.top' }],
    ['a number that is none', { query: demand, variables: { top: 1.5 } }, { path: 'variables.top' }],
    ['a number beyond 32 bits', { query: demand, variables: { top: 2 ** 40 } }, { path: 'variables.top' }],
    ['an object for a number', { query: demand, variables: { top: { a: 1 } } }, { path: 'variables.top' }],
    ['a list for an enum', { query: demand, variables: { role: ['BACKEND'] } }, { path: 'variables.role' }],
    ['an unknown enum value', { query: demand, variables: { role: 'KING' } }, { path: 'variables.role' }],
    [
      'the spelling of REST for an enum',
      { query: demand, variables: { via: 'facts' } },
      { path: 'variables.via' },
    ],
    [
      'a variable that is missing',
      { query: 'query ($id: String!) { posting(id: $id) { version } }' },
      { path: 'variables.id' },
    ],
  ])('%s', async (_what, operation, faulty) => {
    await start({});
    const response = await post(gateway.url, JSON.stringify(operation));
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect([response.status, errors]).toMatchObject([
      400,
      [{ locations: [{ line: 1 }], extensions: { code: 'invalid-input', faults: [faulty] } }],
    ]);
  });

  test.each<[string, object]>([
    ['an operation that is not there', { query: 'query A { ledger { idle } }', operationName: 'B' }],
    ['a name where the one operation has none', { query: '{ ledger { idle } }', operationName: 'B' }],
    ['no operation at all', { query: 'fragment F on Ledger { idle }' }],
    ['two operations and no name', { query: 'query A { ledger { idle } } query B { ledger { idle } }' }],
    ['an empty name', { query: 'query A { ledger { idle } }', operationName: '' }],
    ['an enum value in the document', { query: '{ demand(role: KING) { population } }' }],
    ['a text for a number', { query: '{ demand(top: "5") { population } }' }],
    ['no document', { query: '' }],
    ['a mutation', { query: 'mutation { ledger { idle } }' }],
  ])('%s', async (_what, operation) => {
    await start({});
    const response = await post(gateway.url, JSON.stringify(operation));
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect([response.status, errors[0]]).toMatchObject([400, { extensions: { code: 'invalid-input' } }]);
  });
});

test('an unknown skill is an error that says so, an unknown report or posting is null', async () => {
  const nearest = 'There is no skill kubernetis; the nearest are kubernetes';
  const missing = respond(
    { type: 'a', title: 'Not found', status: 404, code: 'not-found', detail: nearest },
    404,
  );
  const ask = await start({ analytics: missing, ingestion: missing });
  const { data, errors } = await ask(
    '{ trend(skillId: "kubernetis") { skillId } report(id: "x") { id } posting(id: "x") { version } }',
  );
  expect(data).toEqual({ trend: null, report: null, posting: null });
  expect(errors).toMatchObject([{ message: nearest, path: ['trend'], extensions: { code: 'not-found' } }]);
});

describe('where reading is closed', () => {
  const tokens: Record<string, Caller> = {};
  const callerOf = (scopes: string[]): Caller => ({
    ...{ subject: 'ann', client: null, endsMs: Infinity },
    scopes: new Set(scopes),
  });
  const verify = async (token: string) => tokens[token]!;
  tokens['asks'] = callerOf(['analytics:read']);
  tokens['watches'] = callerOf(['analytics:read', 'ops:read']);
  const query = '{ status { services { name ready } consumers { group } } ledger { idle } }';
  const asked = async (token: string, consumersStatus: number) => {
    const upstream: Parameters<typeof startGateway>[0]['tagging'] = (req, res) =>
      req.url === '/readyz'
        ? respond({ ready: true, checks: {} })(req, res)
        : respond([], consumersStatus)(req, res);
    const listeners = { ingestion: upstream, tagging: upstream, analytics: upstream };
    await start(listeners, { authorize: authorize({ verify, readsOpen: false }) });
    const response = await post(gateway.url, JSON.stringify({ query }), { authorization: `Bearer ${token}` });
    const { data, errors = [] } = (await response.json()) as {
      data: Record<string, unknown>;
      errors?: { path: string[]; extensions: { code: string } }[];
    };
    return { data, refused: errors.map(({ path, extensions }) => [...path, extensions.code]).sort() };
  };
  const both = ['ledger', 'status'].map((path) => [path, 'insufficient-scope']);

  test('status and ledger need ops:read, as over REST', async () => {
    const { data, refused } = await asked('asks', 200);
    expect([data, refused]).toEqual([{ status: null, ledger: null }, both]);
    await gateway.stop();
    expect((await asked('watches', 200)).data['status']).toMatchObject({ consumers: [] });
  });

  test('a refusal of an upstream is an error, and no empty list', async () => {
    const { data, refused } = await asked('watches', 403);
    expect([data['status'], refused]).toEqual([null, both]);
  });
});
