import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { respond, startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());

const AT_ONCE = 20;

/**
 * An upstream that serves one request per connection, and resets the connection when the next one arrives, as if it
 * had closed it meanwhile.
 */
const onceAConnection = () => {
  const served = new WeakSet<Socket>();
  let resets = 0;
  const listener: RequestListener = async (req, res) => {
    const { socket } = req;
    if (served.has(socket)) {
      resets += 1;
      return void socket.resetAndDestroy();
    }
    served.add(socket);
    const body = Buffer.concat(await req.toArray());
    respond({ bytes: body.length })(req, res);
  };
  return { listener, resets: () => resets };
};

test.each([
  ['a small body', 'POST', '/v1/postings', JSON.stringify({ title: 'x'.repeat(10_000) })],
  ['no body', 'GET', '/v1/postings/a.1', undefined],
  ['a query of its own', 'GET', '/v1/demand', undefined],
])(
  'a request with %s on a connection that the upstream has closed is sent again on a new one',
  async (...of) => {
    const [, method, path, body] = of;
    const upstream = onceAConnection();
    gateway = await startGateway({ ingestion: upstream.listener, analytics: upstream.listener });
    const headers = { 'content-type': 'application/json' };
    const ask = async () => {
      const response = await fetch(gateway.url + path, { method, ...(body && { body, headers }) });
      return [response.status, await response.json()];
    };
    const wave = () => Promise.all(Array.from({ length: AT_ONCE }, ask));
    const right = Array(AT_ONCE).fill([200, { bytes: body?.length ?? 0 }]);
    // The first wave leaves idle connections for the next.
    for (let n = 0; n < 3; n += 1) expect(await wave()).toEqual(right);
    expect(upstream.resets()).toBeGreaterThan(0);
  },
);

test.each([
  ['a stream of postings', 'application/x-ndjson', '{"title":"x"}\n'],
  ['a body too large to be kept', 'application/json', JSON.stringify({ title: 'x'.repeat(300_000) })],
])('%s, which cannot be sent again, takes no connection that may be closed', async (_, type, body) => {
  const upstream = onceAConnection();
  gateway = await startGateway({ ingestion: upstream.listener });
  // It leaves an idle connection, which the next request of its kind would take.
  expect((await fetch(`${gateway.url}/v1/postings/a.1`)).status).toBe(200);
  for (let n = 0; n < 3; n += 1) {
    const headers = { 'content-type': type };
    const response = await fetch(`${gateway.url}/v1/postings`, { method: 'POST', headers, body });
    expect([response.status, await response.json()]).toEqual([200, { bytes: body.length }]);
  }
  expect(upstream.resets()).toBe(0);
});
