import type { IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { bulkheadLimits } from '../src/upstreams/bulkhead.ts';
import { askGraphql } from './graphql-client.ts';
import { respond, startGateway, type GatewayOptions } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
let atPart: IncomingMessage[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await gateway.stop();
  atPart = [];
});

// Long enough for a head that was sent at once to be read in time by a busy process, and a response to be received.
const limits = { headersTimeoutMs: 2000, bodyTimeoutMs: 2000, bodyIdleTimeoutMs: 2000, lingerMs: 1500 };
// Of bodies that are to stay where they are: a busy process takes its time for hundreds of them.
const patient = {
  ...limits,
  headersTimeoutMs: 120_000,
  bodyTimeoutMs: 120_000,
  bodyIdleTimeoutMs: 120_000,
};
const start = async (options: GatewayOptions = {}) => {
  gateway = await startGateway(
    {
      ingestion: (req) => void atPart.push(req.resume()),
      tagging: (req, res) => {
        let bytes = 0;
        req.on('data', (block: Buffer) => (bytes += block.length));
        req.on('end', () => respond({ bytes })(req, res));
      },
      analytics: respond({ version: null }),
    },
    { limits, ...options },
  );
};

/** Opens a connection, sends a head and then a few bytes now and then; the response is available when it has ended. */
const drip = (head: string, drop = '') => {
  const socket = connect({ port: gateway.port, host: '127.0.0.1' }).setEncoding('latin1');
  sockets.push(socket);
  let text = '';
  socket.on('data', (chunk) => (text += chunk)).on('error', () => undefined);
  socket.write(head);
  const timer = setInterval(() => drop && socket.write(drop), 50);
  // Not once(): it would reject on an error, which a gateway that disconnects in the middle of a write may cause.
  return new Promise<string>((resolve) => {
    socket.on('close', () => {
      clearInterval(timer);
      resolve(text);
    });
  });
};
const headOf = (type: string) =>
  `POST /v1/postings HTTP/1.1\r\nHost: a\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n`;
const taggingHead = (length: number) =>
  `POST /v1/tags HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
const DROP = '1\r\n \r\n';

test('a body that arrives byte by byte is ended, and the upstream is released', async () => {
  await start();
  expect(await drip(headOf('application/json'), DROP)).toMatch(/^HTTP\/1\.1 408 [^]*"code":"too-slow"/);
  await until('the part is let go', () => atPart.every((req) => req.destroyed && !req.complete));
});

test('a silent stream is ended, and the upstream is released', async () => {
  await start();
  expect(await drip(headOf('application/x-ndjson'))).toMatch(/^HTTP\/1\.1 408 /);
  await until('the part is let go', () => atPart.length === 1 && atPart[0]!.destroyed);
});

test('a hundred slow connections do not keep others from being served, and are all ended', async () => {
  await start();
  const slow = [
    ...Array.from({ length: 50 }, () => drip('GET /v1/demand HTTP/1.1\r\nHost: a\r\n', 'X: a\r\n')),
    ...Array.from({ length: 50 }, () => drip(headOf('application/json'), DROP)),
  ];
  expect((await fetch(`${gateway.url}/v1/demand`)).status).toBe(200);
  for (const text of await Promise.all(slow)) expect(text).toMatch(/^HTTP\/1\.1 408 /);
});

test('more slow bodies than an upstream has slots take none of them', async () => {
  await start({ limits: patient });
  for (let n = 0; n < 600; n += 1) void drip(`${taggingHead(100)}{`);
  for (let n = 0; n < 20; n += 1) expect((await fetch(`${gateway.url}/v1/skills`)).status).toBe(200);
  const one = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  expect(await (await fetch(`${gateway.url}/v1/tags`, one)).json()).toEqual({ bytes: 2 });
});

test.each([
  ['a small body', 200_000],
  ['one that is not small', 900_000],
])('%s reaches the upstream completely, with its length and without', async (_, length) => {
  await start();
  const bytes = Buffer.alloc(length, 'x');
  const headers = { 'content-type': 'application/json' };
  for (const body of [bytes, new Blob([bytes]).stream()]) {
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    expect(await (await fetch(`${gateway.url}/v1/tags`, init)).json()).toEqual({ bytes: length });
  }
});

test('one client takes no more than three quarters of the slots of an upstream, and learns so', async () => {
  await start({ limits: patient });
  const { ofClient } = bulkheadLimits;
  for (let n = 0; n < ofClient; n += 1) void drip(headOf('application/x-ndjson'), DROP);
  await until('it has all that it may have', () => atPart.length === ofClient);
  const more = await fetch(`${gateway.url}/v1/postings/1`);
  expect([more.status, more.headers.get('retry-after')]).toEqual([429, '1']);
  // The gateway's own requests to the upstream are made for the client as well.
  const { errors } = await askGraphql(gateway.url, '{ posting(id: "1") { version } }');
  expect(errors).toMatchObject([{ path: ['posting'], extensions: { code: 'rate-limited' } }]);
});

test.each([
  // Together all but a kilobyte of the gateway's limit.
  ['/v1/tags', 129, 260_100, '{}'.padEnd(250_000)],
  ['/graphql', 512, 60_000, '{"query":"{ __typename }"}'.padEnd(2000)],
])('slow bodies of one client to %s leave room for those of others', async (path, count, length, body) => {
  const trustedProxies = ['127.0.0.1'];
  await start({ limits: patient, safety: { trustedProxies } });
  const head = taggingHead(300_000)
    .replace('/v1/tags', path)
    .replace('300000', String(length + 1000));
  const slow = head.replace('Host: a', 'Host: a\r\nX-Forwarded-For: 192.0.2.1') + 'x'.repeat(length);
  for (let n = 0; n < count; n += 1) void drip(slow);
  const send = (client: string) => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': client };
    return fetch(`${gateway.url}${path}`, { method: 'POST', headers, body });
  };
  await until('it has all that it may have', async () => (await send('192.0.2.1')).status === 503);
  expect((await send('192.0.2.2')).status).toBe(200);
});

test('a client that is held back by an upstream that does not read is not slow', async () => {
  // The upstream has its own time to go on in.
  const options = { limits, timeoutMs: 60_000 };
  gateway = await startGateway({ ingestion: (req) => void atPart.push(req.pause()) }, options);
  // More than all buffers on the way can hold.
  const size = 32 << 20;
  void drip(`${headOf('application/json')}${size.toString(16)}\r\n${' '.repeat(size)}\r\n`);
  const before = await until('it has reached the part', () => atPart.length > 0 && Date.now());
  await until('far more than the limit has passed', () => Date.now() - before > 4 * limits.bodyTimeoutMs);
  expect([sockets[0]!.destroyed, sockets[0]!.writableLength > 0]).toEqual([false, true]);
});
