import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { LIVE_STREAM } from '@skillstream/contracts';
import { post } from './graphql-client.ts';
import { startGateway } from './upstream.ts';

type Gateway = Awaited<ReturnType<typeof startGateway>>;
let gateway: Gateway;
afterEach(() => gateway.stop());

const change = (postings: number, skillId = 'go') => ({
  at: '2025-03-01T00:00:00.000Z',
  viewVersion: 'a',
  postings,
  skills: [{ skillId, change: postings }],
});
const append = (data: object) =>
  gateway.redis.xadd(`${gateway.namespace}${LIVE_STREAM}`, 'MAXLEN', 10, '*', 'data', JSON.stringify(data));
const listening = async () => Number(/skillstream_live_clients\S* (\d+)/.exec(await gateway.metrics())?.[1]);

const subscribe = async (query: string) => {
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const sending = request(`${gateway.url}/graphql`, { method: 'POST', headers });
  sending.end(JSON.stringify({ query }));
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  let text = '';
  response.on('error', () => undefined);
  response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return {
    response,
    text: () => text,
    events: () => [...text.matchAll(/event: next\ndata: (.*)\n\n/g)].map(([, data]) => JSON.parse(data!)),
  };
};

test('a subscription receives every change as an event, and ends when the gateway stops', async () => {
  gateway = await startGateway({});
  const client = await subscribe('subscription { changes { id postings skills { skillId change } } }');
  expect(client.response.headers['content-type']).toBe('text/event-stream');
  const ids = [await append(change(1)), await append(change(-2))];
  await until('both are told', () => client.events().length === 2);
  expect(client.events()).toEqual([
    { data: { changes: { id: ids[0], postings: 1, skills: [{ skillId: 'go', change: 1 }] } } },
    { data: { changes: { id: ids[1], postings: -2, skills: [{ skillId: 'go', change: -2 }] } } },
  ]);
  gateway.endStreams();
  await once(client.response, 'end');
  expect(client.text().endsWith('event: complete\ndata:\n\n')).toBe(true);
  expect(await listening()).toBe(0);
});

test('a change that cannot be read is an error of its own, and the feed goes on', async () => {
  gateway = await startGateway({});
  const client = await subscribe('subscription { changes { postings } }');
  await append({ nonsense: true });
  await append(change(3));
  await until('both are told', () => client.events().length === 2);
  expect(client.events()).toMatchObject([
    { errors: [{ extensions: { code: 'internal' } }] },
    { data: { changes: { postings: 3 } } },
  ]);
});

test('a client that leaves is removed, one that does not read is dropped, and the others still receive changes', async () => {
  gateway = await startGateway({});
  const query = 'subscription { changes { postings skills { skillId } } }';
  const [good, bad, gone] = [await subscribe(query), await subscribe(query), await subscribe(query)];
  await until('all listen', async () => (await listening()) === 3);
  gone.response.destroy();
  await until('one has left', async () => (await listening()) === 2);
  bad.response.pause();
  let sent = 0;
  // The kernel buffers of both ends hold some megabytes for the client that does not read.
  while ((await listening()) === 2 && sent < 400) {
    await append(change(sent, 'x'.repeat(100_000)));
    sent += 1;
    await until('the good one heard it', () => good.events().length === sent);
  }
  expect(await listening()).toBe(1);
  await append(change(7));
  await until('the good one is still there', () => good.events().at(-1)!.data.changes.postings === 7);
});

test('a client that does not accept events gets an error for a subscription, and does not subscribe', async () => {
  gateway = await startGateway({});
  const response = await post(gateway.url, JSON.stringify({ query: 'subscription { changes { id } }' }));
  expect([response.status, await response.json()]).toMatchObject([
    400,
    { errors: [{ message: expect.stringContaining('text/event-stream') }] },
  ]);
  expect(await listening()).toBe(0);
});
