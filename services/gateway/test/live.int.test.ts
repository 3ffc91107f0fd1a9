import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { LIVE_STREAM, problem } from '@skillstream/contracts';
import { newNamespace, startGateway, type GatewayOptions } from './upstream.ts';

type Gateway = Awaited<ReturnType<typeof startGateway>>;
const gateways: Gateway[] = [];
afterEach(async () => {
  for (const gateway of gateways.splice(0)) await gateway.stop();
});
const start = async (namespace = newNamespace(), safety: NonNullable<GatewayOptions['safety']> = {}) => {
  const gateway = await startGateway({}, { namespace, safety });
  gateways.push(gateway);
  return gateway;
};

/** Appends a change, as analytics does. @returns its id */
const append = ({ redis, namespace }: Gateway, n: number) =>
  redis.xadd(`${namespace}${LIVE_STREAM}`, '*', 'data', JSON.stringify({ postings: n })) as Promise<string>;

const listen = async ({ url }: Gateway, headers: Record<string, string> = {}) => {
  const [response] = (await once(get(`${url}/v1/live`, { headers }), 'response')) as [IncomingMessage];
  let text = '';
  response.on('error', () => undefined);
  response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return {
    response,
    events: () =>
      [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map(([, kind, data]) => [kind, JSON.parse(data!)]),
    close: () => response.destroy(),
  };
};
const change = (n: number) => ['change', { postings: n }];

test('every client of every replica receives every change', async () => {
  const namespace = newNamespace();
  const replicas = [await start(namespace), await start(namespace)];
  const clients = await Promise.all([...replicas, ...replicas].map((replica) => listen(replica)));
  expect(clients[0]!.response.headers['content-type']).toBe('text/event-stream');
  for (const n of [1, 2, 3]) await append(replicas[0]!, n);
  for (const client of clients) {
    await until('it heard all', () => client.events().length === 3);
    expect(client.events()).toEqual([1, 2, 3].map(change));
    client.close();
  }
});

test('a client that reconnects, to any replica, receives what it missed and nothing twice', async () => {
  const namespace = newNamespace();
  const one = await start(namespace);
  const ids = [await append(one, 1), await append(one, 2), await append(one, 3)];
  const two = await start(namespace);
  const fresh = await listen(two);
  await until('the replica has read what is kept', async () => {
    const back = await listen(two, { 'last-event-id': ids[0]! });
    await append(one, 4);
    await until('something', () => back.events().length > 0);
    back.close();
    return back.events()[0]![1].postings === 2;
  });
  const back = await listen(two, { 'last-event-id': ids[1]! });
  await until('it heard', () => back.events().length >= 2);
  expect(back.events().slice(0, 2)).toEqual([change(3), change(4)]);
  expect(fresh.events().map(([, { postings }]) => postings)).not.toContain(1);
});

test('a client that was disconnected too long learns that it missed something', async () => {
  const gateway = await start();
  await append(gateway, 1);
  const client = await listen(gateway, { 'last-event-id': '5-0' });
  await until('it is told', async () => {
    const again = await listen(gateway, { 'last-event-id': '5-0' });
    await until('something', async () => (await append(gateway, 2), again.events().length > 0));
    again.close();
    return again.events()[0]![0] === 'missed';
  });
  client.close();
});

test('a client that does not read is dropped, and the others still receive changes', async () => {
  const gateway = await start();
  const [good, bad] = [await listen(gateway), await listen(gateway)];
  bad.response.pause();
  const listening = async () =>
    Number(/skillstream_live_clients\S* (\d+)/.exec(await gateway.metrics())?.[1]);
  expect(await listening()).toBe(2);
  const data = JSON.stringify({ large: 'x'.repeat(100_000) });
  let sent = 0;
  // The kernel buffers of both ends hold some megabytes for the client that does not read.
  while ((await listening()) === 2 && sent < 400) {
    await gateway.redis.xadd(`${gateway.namespace}${LIVE_STREAM}`, 'MAXLEN', 10, '*', 'data', data);
    sent += 1;
    await until('the good one heard it', () => good.events().length === sent);
  }
  expect(await listening()).toBe(1);
  await append(gateway, 7);
  await until('the good one is still there', () => good.events().at(-1)![1].postings === 7);
});

test('a client that opens thousands of streams gets ten, and others are still served', async () => {
  const gateway = await start(newNamespace(), { trustedProxies: ['loopback'] });
  const from = (client: string, port: number) => ({ 'x-forwarded-for': `${client}:${port}` });
  const many = await Promise.all(
    Array.from({ length: 100 }, (_, i) => listen(gateway, from('192.0.2.1', 1024 + i))),
  );
  const statuses = many.map(({ response }) => response.statusCode);
  expect(statuses.filter((status) => status === 200)).toHaveLength(10);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  const refused = many.find(({ response }) => response.statusCode === 429)!.response;
  expect(refused.headers['retry-after']).toBe('30');
  expect((await listen(gateway, from('192.0.2.2', 1024))).response.statusCode).toBe(200);
  const query = { query: 'subscription { changes { at } }' };
  const subscribed = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { ...from('192.0.2.1', 9), 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(query),
  });
  expect([subscribed.status, await subscribed.json()]).toMatchObject([
    429,
    { errors: [{ path: ['changes'], extensions: { code: 'rate-limited' } }] },
  ]);
  many.find(({ response }) => response.statusCode === 200)!.close();
  await until('its place is free', async () => {
    const { response, close } = await listen(gateway, from('192.0.2.1', 1));
    close();
    return response.statusCode === 200;
  });
});

test('a stream ends after its time, and a client that reconnects continues after what it received', async () => {
  // Long enough for a busy process to hear of a change before it ends.
  const gateway = await start(newNamespace(), { streams: { mostOfOne: 10, lifeMs: 5000 } });
  const client = await listen(gateway);
  const id = await append(gateway, 1);
  await until('it heard', () => client.events().length === 1);
  await until('it ended', () => client.response.complete);
  await append(gateway, 2);
  const back = await listen(gateway, { 'last-event-id': id });
  await until('it heard the rest', () => back.events().length === 1);
  expect(back.events()).toEqual([change(2)]);
});

test('HEAD is refused, and takes no slot', async () => {
  const gateway = await start(newNamespace(), { streams: { mostOfOne: 1, lifeMs: 1e6 } });
  const asked = await fetch(`${gateway.url}/v1/live`, { method: 'HEAD' });
  expect([asked.status, asked.headers.get('allow')]).toEqual([405, 'GET']);
  expect((await listen(gateway)).response.statusCode).toBe(200);
});

test('an id that does not belong to this feed is refused', async () => {
  const gateway = await start();
  const response = await fetch(`${gateway.url}/v1/live`, { headers: { 'last-event-id': 'yesterday' } });
  expect(problem.parse(await response.json())).toMatchObject({
    status: 400,
    faults: [{ path: 'Last-Event-ID' }],
  });
});

test.each(['/v1/live', '/graphql?query=subscription{changes{id}}'])(
  'a client that leaves before it is authorized for %s takes no slot',
  async (path) => {
    const letIn = Promise.withResolvers<void>();
    const gateway = await startGateway(
      {},
      {
        authorize: (_req, res, next) => {
          client.destroy();
          res.on('close', () => {
            next();
            setImmediate(letIn.resolve);
          });
        },
      },
    );
    gateways.push(gateway);
    const client = connect(gateway.port, '127.0.0.1').on('error', () => undefined);
    client.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\n\r\n`);
    await letIn.promise;
    expect(/live_clients\S* (\d+)/.exec(await gateway.metrics())?.[1] ?? '0').toBe('0');
  },
);
