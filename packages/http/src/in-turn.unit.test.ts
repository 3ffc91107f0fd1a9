import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { silentLog, createMetrics, createReadiness } from '@skillstream/runtime';
import { Router } from 'express';
import { everybodyMay } from './testing.ts';
import { MOST_WAITING } from './in-turn.ts';
import { listen } from './listen.ts';
import { createShell } from './shell.ts';

// Long enough for what was sent at once to be read in time by a busy process: Node's time of headers begins when it
// accepts a connection, and one that was not read for so long meanwhile would be answered by 408.
const limits = { headersTimeoutMs: 15_000, bodyTimeoutMs: 2000, bodyIdleTimeoutMs: 2000, lingerMs: 2000 };
/** Of the server of tests that wait until the time of headers is over. */
const hasty = { ...limits, headersTimeoutMs: 300 };
/** More than the operating system holds of an answer that is not read. */
const LARGE = Buffer.alloc(32 << 20, 'x');

type Kept = { req: IncomingMessage; res: ServerResponse };
let called: string[] = [];
let kept: Kept[] = [];
const sockets: Socket[] = [];
const routes = Router();
routes.use((req, _res, next) => {
  called.push(req.path);
  next();
});
routes.get('/now/:n', (req, res) => void res.send(`now ${req.params.n};`));
routes.get('/kept/:n', (req, res) => void kept.push({ req, res }));
routes.get('/large', (_req, res) => void res.send(LARGE));
routes.post('/body', async (req, res) => void res.send(`body ${(await text(req)).length};`));

const servers: Server[] = [];
let port: number;
let hastyPort: number;
beforeAll(async () => {
  const parts = { log: silentLog(), metrics: createMetrics('test'), readiness: createReadiness({}) };
  const shell = createShell({ ...parts, routes: [routes], authorize: everybodyMay });
  [port, hastyPort] = (await Promise.all(
    [limits, hasty].map(async (chosen) => {
      const found = await listen(shell, 0, '127.0.0.1', chosen);
      servers.push(found.server);
      return found.port;
    }),
  )) as [number, number];
});
afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))));
beforeEach(() => {
  called = [];
  kept = [];
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

/** A connection that has sent something; what it was answered, and whether it has ended. */
const open = (bytes: string, at = port) => {
  const socket = connect({ port: at, host: '127.0.0.1', allowHalfOpen: true }).setEncoding('latin1');
  sockets.push(socket);
  const seen = { socket, response: '', bodies: () => [] as string[], closed: false };
  seen.bodies = () => seen.response.match(/(now|kept|body) \d+;/g) ?? [];
  socket.on('data', (chunk: string) => (seen.response += chunk)).on('error', () => undefined);
  socket.on('end', () => socket.destroy()).on('close', () => (seen.closed = true));
  socket.write(bytes);
  return seen;
};
/** The same at the hasty server, which may have closed a connection before it read anything: then another. */
const openHasty = async (bytes: string) => {
  for (;;) {
    const seen = open(bytes, hastyPort);
    await until('it runs, or is too late', () => kept.length > 0 || seen.closed);
    if (kept.length > 0) return seen;
  }
};
const get = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nHost: a\r\n${headers}\r\n`;
const post = (body: string, headers = '') =>
  `POST /body HTTP/1.1\r\nHost: a\r\n${headers}Content-Length: ${body.length}\r\n\r\n${body}`;
const several = (count: number, path = '/now') =>
  Array.from({ length: count }, (_, n) => get(`${path}/${n}`)).join('');
const responseCached = async (n: number) => {
  const { res } = await until(`${n} is asked`, () => kept[n]);
  res.end(`kept ${n};`);
};
const isServed = async () => expect((await fetch(`http://127.0.0.1:${port}/now/1`)).status).toBe(200);

describe('requests that come together on one connection', () => {
  test('run one after the other, and are answered in their order', async () => {
    const { bodies } = open(several(5, '/kept'));
    for (let n = 0; n < 5; n += 1) {
      await until(`${n} runs`, () => kept.length > n);
      // Others are served meanwhile; the next of this connection has not been seen.
      await isServed();
      expect(kept).toHaveLength(n + 1);
      await responseCached(n);
    }
    await until('all are answered', () => bodies().length === 5);
    expect(bodies()).toEqual(Array.from({ length: 5 }, (_, n) => `kept ${n};`));
  });

  test.each([1, 20])('beyond those that may wait end it: of %i times too many one runs', async (times) => {
    let made = 0;
    const count = () => (made += 1);
    channel('http.server.request.start').subscribe(count);
    const seen = open(several(times * (MOST_WAITING + 2), '/kept'));
    await until('it has ended', () => seen.closed);
    channel('http.server.request.start').unsubscribe(count);
    await isServed();
    expect([called, seen.response]).toEqual([['/kept/0', '/now/1'], '']);
    // Nor does Node make anything of the rest.
    expect(made).toBe(MOST_WAITING + 2);
  });

  test('as many as may wait are all answered, and again as many', async () => {
    const { socket, bodies } = open(several(MOST_WAITING + 1));
    for (const times of [1, 2]) {
      await until('all are answered', () => bodies().length === times * (MOST_WAITING + 1));
      socket.write(several(MOST_WAITING + 1));
    }
  });

  test('hold back what comes after them, which is read when the last of them runs', async () => {
    const { socket, bodies } = open(several(2, '/kept'));
    const { req } = await until('the first runs', () => kept[0]);
    const read = req.socket.bytesRead;
    for (let n = 2; n < MOST_WAITING; n += 1) {
      socket.write(get(`/kept/${n}`));
      await isServed();
    }
    expect(req.socket.bytesRead).toBe(read);
    for (let n = 0; n < MOST_WAITING; n += 1) await responseCached(n);
    await until('all are answered', () => bodies().length === MOST_WAITING);
    expect(bodies()).toEqual(Array.from({ length: MOST_WAITING }, (_, n) => `kept ${n};`));
  });

  test('wait while an answer is not read', async () => {
    const seen = open('');
    seen.socket.pause();
    seen.socket.write(get('/large') + several(3));
    await until('the first runs', () => called.length > 0);
    for (let n = 0; n < 20; n += 1) await isServed();
    expect(called.filter((path) => path !== '/now/1')).toEqual(['/large']);
    seen.socket.resume();
    await until('all are answered', () => seen.bodies().length === 3);
    expect(seen.bodies()).toEqual(['now 0;', 'now 1;', 'now 2;']);
  });

  test('have their bodies, whole or not, and the time of a body begins when it is its turn', async () => {
    const { socket, bodies } = open(
      get('/kept/0') + post('x'.repeat(1000)) + post('y'.repeat(300)).slice(0, -200),
    );
    const sinceMs = await until('the first runs', () => kept.length === 1 && Date.now());
    await until(
      'more than the time of a body has passed',
      () => Date.now() - sinceMs > 2 * limits.bodyTimeoutMs,
    );
    await responseCached(0);
    await until('the second is answered', () => bodies().length === 2);
    socket.write('y'.repeat(200));
    await until('the third is answered', () => bodies().length === 3);
    expect(bodies()).toEqual(['kept 0;', 'body 1000;', 'body 300;']);
  });

  test('are told to go on only when it is their turn', async () => {
    const [head, body] = post('abc', 'Expect: 100-continue\r\n').split(/(?<=\r\n\r\n)/);
    const seen = open(get('/kept/0') + head);
    await until('the first runs', () => kept.length === 1);
    await isServed();
    expect(seen.response).toBe('');
    await responseCached(0);
    await until('it may go on', () => seen.response.includes('HTTP/1.1 100 Continue'));
    seen.socket.write(body!);
    await until('it is answered', () => seen.bodies().length === 2);
    expect(seen.bodies()).toEqual(['kept 0;', 'body 3;']);
  });

  test('are not run behind the last answer of a connection', async () => {
    const seen = open(get('/kept/0') + several(3));
    const { res } = await until('the first runs', () => kept[0]);
    res.setHeader('Connection', 'close');
    await responseCached(0);
    await until('it has ended', () => seen.closed);
    expect([called, seen.bodies()]).toEqual([['/kept/0'], ['kept 0;']]);
  });

  test('are not run for somebody who has gone', async () => {
    const seen = open(several(2, '/kept'));
    const { req, res } = await until('the first runs', () => kept[0]);
    seen.socket.destroy();
    res.write(LARGE);
    await until('it is seen', () => req.destroyed);
    await isServed();
    expect(called).toEqual(['/kept/0', '/now/1']);
  });
});

describe('what is no request, behind one that is', () => {
  test.each([
    ['bytes of another kind', 'nothing\r\n\r\n', 400],
    [
      'a body that is none',
      `${post('').replace('Content-Length: 0', 'Transfer-Encoding: chunked')}x\r\n`,
      400,
    ],
    ['CONNECT', 'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n', 405],
    ['headers that do not come', 'GET / HTTP/1.1\r\n', 408],
  ])('%s: refused when that one is answered', async (_what, bytes, status) => {
    const seen = await openHasty(get('/kept/0') + get('/kept/1') + bytes);
    const sinceMs = Date.now();
    await until('the time of headers is over', () => Date.now() - sinceMs > 3 * hasty.headersTimeoutMs);
    await responseCached(0);
    await responseCached(1);
    await until('it has ended', () => seen.closed);
    expect(seen.response.match(/HTTP\/1\.1 \d+|kept \d;/g)).toEqual([
      ...['HTTP/1.1 200', 'kept 0;', 'HTTP/1.1 200', 'kept 1;', `HTTP/1.1 ${status}`],
    ]);
  });
});

test('one connection serves one request after the other', async () => {
  const { socket, bodies } = open('');
  for (let n = 0; n < 3 * MOST_WAITING; n += 1) {
    socket.write(n % 2 ? post('abc') : get(`/now/${n}`));
    await until('it is answered', () => bodies().length === n + 1);
  }
});
