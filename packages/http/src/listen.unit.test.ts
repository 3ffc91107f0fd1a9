import type { Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog, createMetrics, createReadiness } from '@skillstream/runtime';
import { Router } from 'express';
import { listen } from './listen.ts';
import { safeHeaders } from './safe-headers.ts';
import { everybodyMay } from './testing.ts';
import { createShell } from './shell.ts';

// For those who are too slow; and for those who are not, however busy the machine is.
const short = { headersTimeoutMs: 300, bodyTimeoutMs: 400, bodyIdleTimeoutMs: 300, lingerMs: 300 };
const patient = { headersTimeoutMs: 60_000, bodyTimeoutMs: 400, bodyIdleTimeoutMs: 3000, lingerMs: 3000 };
const routes = Router();
routes.post('/body', async (req, res) => void res.json((await text(req)).length));
routes.post('/echo', (req, res) => {
  res.writeHead(200, { 'content-type': 'application/x-ndjson' }).flushHeaders();
  req.pipe(res);
});
routes.post('/refused', (_req, res) => void res.status(503).end());

let servers: { server: Server; port: number }[] = [];
const listenWith = (limits: typeof short) => {
  const parts = { log: silentLog(), metrics: createMetrics('test'), readiness: createReadiness({}) };
  const shell = createShell({ ...parts, routes: [routes], authorize: everybodyMay });
  return listen(shell, 0, '127.0.0.1', limits);
};
beforeAll(async () => {
  servers = [await listenWith(short), await listenWith(patient)];
});
afterAll(() => Promise.all(servers.map(({ server }) => new Promise((resolve) => server.close(resolve)))));

/** Sends pieces, one after each pause, and reads until the connection ends, which is the server's to do. */
const sendTo = async (index: number, chunks: string[], pauseMs: number): Promise<string> => {
  const { port } = servers[index]!;
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).setEncoding('latin1');
  let response = '';
  socket.on('data', (chunk) => (response += chunk)).on('error', () => undefined);
  // Not once(): it would fail at an error, and a server that ends a connection is free to cause one.
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.on('end', () => socket.destroy());
  for (const chunk of chunks) {
    if (socket.destroyed) break;
    socket.write(chunk);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  await closed;
  return response;
};
const send = (chunks: string[], pauseMs = 0) => sendTo(0, chunks, pauseMs);
const sendPatiently = (chunks: string[], pauseMs = 0) => sendTo(1, chunks, pauseMs);
const problemOf = (response: string): [status: number, code: string] => {
  const [head, body] = response.split('\r\n\r\n');
  for (const [name, value] of Object.entries(safeHeaders)) expect(head).toContain(`${name}: ${value}`);
  return [Number(head!.split(' ')[1]), JSON.parse(body!).code];
};
const start = 'POST /body HTTP/1.1\r\nHost: a\r\n';
const streamed = 'Host: a\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n';
const drops = (count: number) => Array.from({ length: count }, () => '1\r\nx\r\n');

describe('time', () => {
  test('headers that come drop by drop are ended after their time', async () => {
    const chunks = [start, ...Array.from({ length: 40 }, (_, i) => `X-${i}: a\r\n`)];
    expect(problemOf(await send(chunks, 50))).toEqual([408, 'too-slow']);
  });

  test('a connection that says nothing is ended like one with slow headers', async () => {
    expect(await send([])).toMatch(/^(HTTP\/1.1 408 |$)/);
  });

  test('a body that comes drop by drop is ended after its time, however steadily it comes', async () => {
    const chunks = [`${start}Transfer-Encoding: chunked\r\n\r\n`, ...drops(40)];
    expect(problemOf(await send(chunks, 50))).toEqual([408, 'too-slow']);
  });

  test('a body that is hardly called a stream has no more time than others', async () => {
    const alike = streamed.replace('x-ndjson', 'x-ndjson-like');
    const response = await send([`POST /echo HTTP/1.1\r\n${alike}`, ...drops(40)], 50);
    expect(response).toMatch(/^HTTP\/1.1 200 OK/);
    expect(response.match(/1\r\nx\r\n/g)!.length).toBeLessThan(40);
  });

  test('a stream lasts as long as something comes, and ends when nothing does', async () => {
    const response = await sendPatiently([`POST /echo HTTP/1.1\r\n${streamed}`, ...drops(16)], 60);
    expect(response).toMatch(/^HTTP\/1.1 200 OK/);
    expect(response.match(/1\r\nx\r\n/g)).toHaveLength(16);
    expect(response).not.toContain('0\r\n\r\n');
  });

  test('a stream that was silent from the beginning is refused', async () => {
    expect(problemOf(await send([`POST /body HTTP/1.1\r\n${streamed}`]))).toEqual([408, 'too-slow']);
  });
});

describe('size', () => {
  test.each([
    ['a path of 9,000 characters', `GET /${'a'.repeat(9000)} HTTP/1.1\r\nHost: a\r\n`, 414, 'uri-too-long'],
    ['a header of 20,000 bytes', `${start}X: ${'a'.repeat(20_000)}\r\n`, 431, 'headers-too-large'],
    ['120 headers', `${start}${'X: a\r\n'.repeat(120)}`, 431, 'headers-too-large'],
    ['thousands of headers', `${start}${'a:\r\n'.repeat(3900)}`, 431, 'headers-too-large'],
  ])('%s: %3$i', async (_what, head, status, code) => {
    expect(problemOf(await sendPatiently([`${head}Connection: close\r\n\r\n`]))).toEqual([status, code]);
  });
});

test('CONNECT is refused, and an expectation that nobody knows is passed over', async () => {
  expect(problemOf(await sendPatiently(['CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n']))).toEqual([
    405,
    'method-not-allowed',
  ]);
  const head = `${start}Expect: tea\r\nContent-Length: 2\r\nConnection: close\r\n\r\n`;
  expect(await sendPatiently([`${head}ab`])).toMatch(/^HTTP\/1.1 200 /);
});

test('who is answered before the body is complete can read the answer, and sends on into nothing', async () => {
  const response = await sendPatiently([`POST /refused HTTP/1.1\r\n${streamed}`, ...drops(3)], 20);
  expect(response).toMatch(/^HTTP\/1.1 503 /);
});
