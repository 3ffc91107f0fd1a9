import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { problem } from '@skillstream/contracts';
import { respond, newNamespace, nobody, startGateway, type GatewayOptions } from './upstream.ts';

const gateways: Awaited<ReturnType<typeof startGateway>>[] = [];
afterEach(async () => {
  for (const gateway of gateways.splice(0)) await gateway.stop();
});

const none = { reads: 0, writes: 0, streams: 0, expensive: 0 };
const start = async (perMinute: Partial<typeof none>, options: GatewayOptions = {}) => {
  const upstream = respond({ here: true });
  const safety = { perMinute: { ...none, ...perMinute }, ...options.safety };
  const gateway = await startGateway(
    { ingestion: upstream, tagging: upstream, analytics: upstream },
    { ...options, safety },
  );
  gateways.push(gateway);
  const ask = (path: string, init: RequestInit = {}) => fetch(gateway.url + path, init);
  const statuses = async (times: number, path: string, init?: RequestInit) => {
    const found: number[] = [];
    for (let n = 0; n < times; n += 1) found.push((await ask(path, init)).status);
    return found;
  };
  return { ...gateway, ask, statuses };
};
const from = (client: string): RequestInit => ({ headers: { 'x-forwarded-for': client } });

test('a client that calls too often gets a problem, and learns when to retry', async () => {
  const { ask } = await start({ reads: 2 });
  const responses = [await ask('/v1/postings/1'), await ask('/v1/nothing'), await ask('/v1/postings/1')];
  expect(responses.map(({ status }) => status)).toEqual([200, 404, 429]);
  const [first, , last] = responses.map(({ headers }) => headers);
  expect([first!.get('ratelimit-policy'), first!.get('ratelimit')]).toEqual([
    '"reads";q=2;w=60',
    expect.stringMatching(/^"reads";r=1;t=[1-6]?\d$/),
  ]);
  expect(last!.get('ratelimit')).toMatch(/^"reads";r=0;t=\d+$/);
  expect(last!.get('retry-after')).toBe(/t=(\d+)$/.exec(last!.get('ratelimit')!)![1]);
  expect(problem.parse(await responses[2]!.json())).toMatchObject({
    status: 429,
    code: 'rate-limited',
    detail: 'A client may ask for reads 2 times in 60 s',
  });
});

test('each class of requests has a limit of its own, and monitoring has none', async () => {
  const { statuses } = await start({ reads: 1, writes: 1, streams: 1, expensive: 1 });
  const post = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
  const stream = { method: 'POST', body: '{}', headers: { 'content-type': 'application/x-ndjson' } };
  expect(await statuses(2, '/v1/postings/1')).toEqual([200, 429]);
  expect(await statuses(2, '/v1/postings', post)).toEqual([200, 429]);
  expect(await statuses(2, '/v1/postings', stream)).toEqual([200, 429]);
  expect(await statuses(2, '/v1/retag', { method: 'POST' })).toEqual([200, 429]);
  for (const path of ['/healthz', '/readyz']) expect(await statuses(3, path)).toEqual([200, 200, 200]);
});

test('without limits no client is counted', async () => {
  const { ask } = await start({ writes: 1 });
  expect((await ask('/v1/postings/1')).headers.has('ratelimit')).toBe(false);
});

describe('a client is', () => {
  test('the address of its connection, whatever it claims about where it came from', async () => {
    const { ask } = await start({ reads: 2 });
    const found = ['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((client) => ask('/v1/nothing', from(client)));
    expect((await Promise.all(found)).map(({ status }) => status).sort()).toEqual([404, 404, 429]);
  });

  test('the address that a trusted proxy reports, and the last one that it saw itself', async () => {
    const { statuses } = await start({ reads: 1 }, { safety: { trustedProxies: ['loopback'] } });
    expect(await statuses(2, '/v1/nothing', from('192.0.2.1'))).toEqual([404, 429]);
    expect(await statuses(1, '/v1/nothing', from('192.0.2.2'))).toEqual([404]);
    // What the client made up comes before what the proxy appended.
    expect(await statuses(1, '/v1/nothing', from('192.0.2.9, 192.0.2.1'))).toEqual([429]);
  });

  test('all of an IPv6 network', async () => {
    const { statuses } = await start({ reads: 1 }, { safety: { trustedProxies: 1 } });
    expect(await statuses(1, '/v1/nothing', from('2001:db8::1'))).toEqual([404]);
    expect(await statuses(1, '/v1/nothing', from('2001:db8::2'))).toEqual([429]);
    expect(await statuses(1, '/v1/nothing', from('2001:db8:0:1::1'))).toEqual([404]);
  });
});

test('replicas count together, and never let more through than one would', async () => {
  const namespace = newNamespace();
  const [one, two] = [await start({ reads: 300 }, { namespace }), await start({ reads: 300 }, { namespace })];
  let through = 0;
  for (let n = 0; n < 200; n += 1)
    for (const { ask } of [one, two]) through += Number((await ask('/v1/nothing')).status === 404);
  expect(through).toBe(300);
});

test('while Redis is unavailable, or accepts connections and stays silent, each replica counts by itself and nobody waits', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket.resume())).listen(0, '127.0.0.1');
  await until('it listens', () => silent.listening);
  const { port } = silent.address() as AddressInfo;
  for (const redisUrl of [`redis://${nobody}`, `redis://127.0.0.1:${port}`]) {
    const { statuses } = await start({ reads: 3 }, { redisUrl });
    expect(await statuses(5, '/v1/nothing')).toEqual([404, 404, 404, 429, 429]);
  }
  silent.close();
  for (const socket of sockets) socket.destroy();
});

test('counts in Redis expire with their window', async () => {
  const { ask, redis, namespace } = await start({ reads: 3 });
  await ask('/v1/nothing');
  const keys = await redis.keys(`${namespace}gateway:quota:*`);
  expect(keys).toHaveLength(1);
  expect(await redis.pttl(keys[0]!)).toBeGreaterThan(50_000);
});
