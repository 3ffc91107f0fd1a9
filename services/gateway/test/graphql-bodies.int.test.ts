import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createCounted } from './counted.ts';
import { post } from './graphql-client.ts';
import { startGateway } from './upstream.ts';

const analytics = createCounted();
let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  gateway = await startGateway({ analytics: analytics.listener });
});
afterAll(() => gateway.stop());

const query = '"query":"{ demand(top: 1) { population } }"';
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

test.each([
  ['a key that stands twice', `{${query},${query}}`, 'The body: query stands twice in one object'],
  ['a variable twice', `{${query},"variables":{"a":1,"a":2}}`, 'variables.a stands twice in one object'],
  ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'not valid UTF-8'],
  ['17 levels', `{${query},"extensions":{"a":${nested(15)}}}`, 'nested deeper than 16 levels'],
  ['60,000 levels that nobody closes', '['.repeat(60_000), 'nested deeper than 16 levels'],
  ['30,000 values', `[0${',0'.repeat(30_000)}]`, 'holds more than 1000 values'],
  ['nothing', '', 'empty'],
])(
  '%s: no request, answered as a problem that says why, and nobody is asked',
  async (_what, body, detail) => {
    const response = await post(gateway.url, body);
    expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
      expect.objectContaining({ code: 'invalid-input', detail: expect.stringContaining(detail) }),
    ]);
    expect(analytics.state.asked).toEqual([]);
  },
);

test('a request may have 16 levels, and may be compressed with gzip only', async () => {
  const body = `{${query},"extensions":{"a":${nested(14)}}}`;
  expect((await post(gateway.url, body)).status).toBe(200);
  const packed = (coding: string) =>
    post(gateway.url, new Uint8Array(gzipSync(body)), { 'content-encoding': coding });
  expect((await packed('gzip')).status).toBe(200);
  const refused = await packed('br');
  expect([refused.status, refused.headers.get('accept-encoding')]).toEqual([415, 'gzip, identity']);
});

test.each([
  ['[1', 'variables'],
  ['[1]', 'variables'],
  ['{"top":1,"top":2}', 'variables.top'],
])('variables in a URL that are %s are refused with their location', async (variables, path) => {
  const asked = new URLSearchParams({ query: '{ __typename }', variables });
  const response = await fetch(`${gateway.url}/graphql?${asked}`);
  expect([response.status, await response.json()]).toMatchObject([400, { faults: [{ path }] }]);
});
