import { request, type ClientRequest, type Server } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { createMetrics, createReadiness, silentLog } from '@skillstream/runtime';
import { Router } from 'express';
import { everybodyMay } from './testing.ts';
import { jsonBody } from './json-body.ts';
import { createCapacity } from './capacity.ts';
import { listen } from './listen.ts';
import { createShell } from './shell.ts';

let server: Server;
let url: string;
const bounds = { bytes: 200_000, levels: 3, values: 5 };
const bodies = createCapacity('bytes of bodies', { most: 500_000, mostOfOne: 300_000 });
beforeAll(async () => {
  const router = Router();
  router.post('/', jsonBody(bounds, bodies), (req, res) => void res.json({ body: req.body as unknown }));
  const shell = createShell({
    ...{ log: silentLog(), metrics: createMetrics('t'), readiness: createReadiness({}) },
    ...{ authorize: everybodyMay, routes: [router] },
  });
  const listening = await listen(shell, 0, '127.0.0.1');
  server = listening.server;
  url = `http://127.0.0.1:${listening.port}/`;
});
afterAll(() => void server.close());

const post = async (body: string | Buffer, type = 'application/json', more: Record<string, string> = {}) => {
  const headers = { 'content-type': type, ...more };
  const response = await fetch(url, { method: 'POST', headers, body });
  const result = (await response.json()) as { detail?: string; body?: unknown; faults?: unknown };
  return { status: response.status, headers: response.headers, result };
};

test.each([
  ['{"a":"é"}', 'application/json', { a: 'é' }],
  ['[1]', 'APPLICATION/JSON;charset=UTF-8', [1]],
  ['7', 'application/json ; charset="utf-8"', 7],
  ['null', 'application/json', null],
])('%s as %s is read', async (body, type, read) => {
  expect(await post(body, type)).toMatchObject({ status: 200, result: { body: read } });
});

test.each([
  ['nothing', '', 'application/json', 400, 'empty'],
  ['no JSON', '{', 'application/json', 400, 'is not JSON'],
  ['a key that stands twice', '{"a":{"b":1,"b":2}}', 'application/json', 400, 'a.b stands twice'],
  ['bytes that are no UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 'application/json', 400, 'UTF-8'],
  ['more than the limit', `"${'x'.repeat(200_000)}"`, 'application/json', 413, 'over 200000 bytes'],
  ['another charset', '{}', 'application/json; charset=utf-16', 415, 'UTF-8'],
  ['another type', '{}', 'text/plain', 415, 'application/json'],
  ['a type that only begins so', '{}', 'application/json5', 415, 'application/json'],
])('%s is refused, and it is said why', async (_, body, type, status, detail) => {
  const { status: said, result } = await post(body, type);
  expect([said, result.detail]).toEqual([status, expect.stringContaining(detail)]);
});

test.each([
  ['too many levels', '{"a":[[[1]]]}', 'is nested deeper than 3 levels'],
  ['too many values', '[1,2,3,4,5,6]', 'holds more than 5 values'],
  ['too many levels that nobody closes', '['.repeat(100_000), 'is nested deeper than 3 levels'],
])('%s: refused before it is parsed, with the bound', async (_, body, message) => {
  expect(await post(body)).toMatchObject({
    status: 400,
    result: { detail: `The body ${message}`, faults: [{ path: '', message }] },
  });
});

test('of a key that is as long as a body its beginning is told', async () => {
  const key = 'k'.repeat(90_000);
  const { status, result } = await post(`{"${key}":1,"${key}":2}`);
  expect([status, result.faults]).toEqual([
    400,
    [{ path: `${key.slice(0, 200)}…`, message: 'stands twice in one object' }],
  ]);
  expect(result.detail!.length).toBeLessThan(300);
});

test('a body is unpacked in whatever case its coding is written, up to the limit', async () => {
  const coding = { 'content-encoding': 'GZIP' };
  // What packs badly. Before the first request: the server would end an idle connection meanwhile, on a busy machine.
  const long = gzipSync(JSON.stringify(Array.from({ length: 200_000 }, (_, i) => (i * i) % 9973).join('')));
  expect((await post(gzipSync('{"a":1}'), undefined, coding)).result).toEqual({ body: { a: 1 } });
  expect((await post(long, undefined, coding)).result.detail).toContain('over 200000 bytes');
});

test('a body that says nothing however long it is is not unpacked to its end', async () => {
  const packed = gzipSync(`"${' '.repeat(150_000)}"`);
  const { status, result } = await post(packed, undefined, { 'content-encoding': 'gzip' });
  expect([status, result.detail]).toEqual([413, 'it unpacks to more than 100 times its size']);
});

test.each([
  ['br', brotliCompressSync('{}')],
  ['deflate', deflateSync('{}')],
  ['gzip, gzip', gzipSync(gzipSync('{}'))],
])(
  'a body that is packed with %s is refused, and Accept-Encoding says what is taken',
  async (coding, body) => {
    const { status, headers } = await post(body, undefined, { 'content-encoding': coding });
    expect([status, headers.get('accept-encoding')]).toEqual([415, 'gzip, identity']);
  },
);

test('bytes of bodies that are under way are their caller’s until they are answered or gone', async () => {
  const slow: ClientRequest[] = [];
  const begin = (bytes: number) => {
    const headers = { 'content-type': 'application/json', 'content-length': 190_000 };
    const req = request(url, { method: 'POST', headers }).on('error', () => undefined);
    req.write(' '.repeat(bytes));
    slow.push(req);
  };
  begin(150_000);
  begin(149_000);
  await until('both have come', () => bodies.inAll() === 299_000);
  const refused = await post(`"${'x'.repeat(2000)}"`);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect((await post('{}')).status).toBe(200);
  slow.forEach((req) => req.destroy());
  await until('nothing is held', () => bodies.inAll() === 0);
  expect((await post(`"${'x'.repeat(2000)}"`)).status).toBe(200);
  await until('nothing is held', () => bodies.inAll() === 0);
});

test('bodies that are refused, whatever for, hold nothing', async () => {
  for (const body of ['', '{', '[[[[[', `"${'x'.repeat(250_000)}"`, Buffer.from([0xff])]) await post(body);
  await post(gzipSync('{}').subarray(3), undefined, { 'content-encoding': 'gzip' });
  expect(bodies.inAll()).toBe(0);
});
