import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { openApiDocument } from '@skillstream/contracts/openapi';
import { startPlatform, type Platform } from './platform/platform.ts';
import { allowed } from './platform/token.ts';

// Marked texts through every operation, right and wrong ones, while every service logs all that it has to say.
const MARK = 'Zx9SecretText';
const names = ['gateway', 'ingestion', 'tagging', 'analytics'] as const;
let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ LOG_LEVEL: 'trace' });
});
afterAll(() => platform?.stop());

const posting = {
  source: 'logs',
  sourceId: MARK,
  title: `Backend engineer ${MARK}`,
  organization: MARK,
  description: `We run Go over Kafka. ${MARK}`,
};
const wrong: unknown[] = [
  { ...posting, [MARK]: MARK },
  { ...posting, title: { [MARK]: MARK } },
  { ...posting, datePosted: MARK },
  { ...posting, salary: { min: MARK, currency: MARK } },
  { text: MARK, [MARK]: 1 },
  { postingIds: [MARK, { [MARK]: 1 }] },
  { query: `{ ${MARK} }` },
  MARK,
  [MARK],
];
const json: string[] = [
  ...[posting, [posting, ...wrong], { text: `${MARK} Go` }, { postingIds: [MARK] }, ...wrong].map((body) =>
    JSON.stringify(body),
  ),
  `{"title": "${MARK}`,
  `{"title": ${MARK}}`,
  `${MARK}`,
  `{"a": 1, "${MARK}" 2}`,
];
const ndjson = [posting, ...wrong].map((line) => `${JSON.stringify(line)}\n`).join('') + `{"${MARK}\n`;
const query = new URLSearchParams({
  [MARK]: MARK,
  role: MARK,
  top: MARK,
  cursor: MARK,
  text: MARK,
  after: MARK,
});

const failed: string[] = [];
const send = async (path: string, init: RequestInit): Promise<number> => {
  // On a busy machine a part may be late, or have no place: the answer is to come again.
  const response = await until(`${path} is answered`, async () => {
    const found = await fetch(
      platform.url + path,
      await allowed({ ...init, signal: AbortSignal.timeout(60_000) }),
    );
    if (found.status !== 503) return found;
    return Promise.reject(new Error(await found.text()));
  });
  if (response.headers.get('content-type') === 'text/event-stream') await response.body?.cancel();
  else await response.arrayBuffer();
  if (response.status >= 500)
    failed.push(`${init.method ?? 'GET'} ${path} ${String(init.body).slice(0, 200)}`);
  return response.status;
};
const post = (path: string, type: string, body: string, headers: Record<string, string> = {}) =>
  send(path, { method: 'POST', headers: { 'content-type': type, ...headers }, body });

const operations = Object.entries(openApiDocument().paths).flatMap(([path, item]) =>
  Object.keys(item).map((method) => [method.toUpperCase(), path.replace('{id}', 'go')] as const),
);
const graphql = [
  { query: `query ${MARK} { ${MARK}: demand(top: 1) { population } }` },
  { query: `query ($${MARK}: Int) { demand(top: $${MARK}) { population } }`, variables: { [MARK]: MARK } },
  { query: 'query ($role: Role) { demand(role: $role) { population } }', variables: { role: MARK } },
  { query: 'query ($id: String!) { trend(skillId: $id) { skillId } }', variables: { id: MARK } },
  { query: 'query ($id: String!) { posting(id: $id) { version } }', variables: { id: MARK } },
  { query: `{ demand(category: "${MARK}", from: "${MARK}") { population } }` },
  { query: `{ ${MARK}(${MARK}: ${MARK}) { ${MARK} } }` },
  { query: `{ ledger { idle } } # ${MARK}`, operationName: MARK },
  { query: `"${MARK}` },
  { query: '{ ledger { idle } }', variables: MARK },
  { query: '{ ledger { idle } }', [MARK]: MARK },
];

test('no log has anything of a body, a query or a variable, whatever is sent, at any level', async () => {
  const statuses = new Set<number>();
  for (const [method, path] of operations) {
    const headers = { 'if-match': `"${MARK}"`, 'last-event-id': MARK, traceparent: MARK, accept: MARK };
    statuses.add(await send(`${path}?${query}`, { method, headers }));
    if (method === 'GET') statuses.add(await send(path, { method }));
    if (method !== 'POST') continue;
    for (const body of json) statuses.add(await post(path, 'application/json', body));
    statuses.add(await post(path, 'application/x-ndjson', ndjson));
    statuses.add(await post(path, MARK, ndjson));
    statuses.add(await post(path, 'application/json', MARK, { 'content-encoding': 'gzip' }));
  }
  for (const operation of graphql) {
    statuses.add(await post('/graphql', 'application/json', JSON.stringify(operation)));
    const asked = Object.entries(operation).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    statuses.add(await send(`/graphql?${new URLSearchParams(asked)}`, {}));
  }
  await platform.settled();
  // The last request of all is in every log: so are those before it.
  const traceId = 'feedfeedfeedfeedfeedfeedfeedfeed';
  const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
  for (const path of ['/v1/postings/x', '/v1/skills/go', '/v1/reports']) await send(path, { headers });
  for (const name of names) {
    const lines = await until(`${name} has logged the last request`, async () => {
      const found = await platform.logLines(name);
      return found.some((line) => line['trace_id'] === traceId) ? found : null;
    });
    expect(lines.length).toBeGreaterThan(20);
    const reported = lines.map((line) => JSON.stringify(line)).filter((line) => line.includes(MARK));
    expect([name, reported]).toEqual([name, []]);
  }
  expect(failed).toEqual([]);
  expect(statuses).toEqual(new Set([...statuses, 200, 202, 400, 404, 415]));
});
