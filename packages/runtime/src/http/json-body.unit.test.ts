import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Router } from 'express';
import type { Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { createMetrics } from '../metrics.ts';
import { createReadiness } from '../readiness.ts';
import { silentLog } from '../log.ts';
import { everybodyMay } from '../testing.ts';
import { jsonBody } from './json-body.ts';
import { listen } from './listen.ts';
import { createShell } from './shell.ts';

let server: Server;
let url: string;
beforeAll(async () => {
  const router = Router();
  router.post('/', jsonBody('1kb'), (req, res) => void res.json({ body: req.body as unknown }));
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
  return { status: response.status, answer: (await response.json()) as { detail?: string; body?: unknown } };
};

test.each([
  ['{"a":"é"}', 'application/json', { a: 'é' }],
  ['[1]', 'APPLICATION/JSON;charset=UTF-8', [1]],
  ['7', 'application/json ; charset="utf-8"', 7],
  ['null', 'application/json', null],
])('%s as %s is read', async (body, type, read) => {
  expect(await post(body, type)).toEqual({ status: 200, answer: { body: read } });
});

test.each([
  ['nothing', '', 'application/json', 400, 'empty'],
  ['no JSON', '{', 'application/json', 400, 'is not JSON'],
  ['a key that stands twice', '{"a":{"b":1,"b":2}}', 'application/json', 400, 'a.b stands twice'],
  ['bytes that are no UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 'application/json', 400, 'UTF-8'],
  ['more than the limit', `"${'x'.repeat(1100)}"`, 'application/json', 413, 'large'],
  ['another charset', '{}', 'application/json; charset=utf-16', 415, 'UTF-8'],
  ['another type', '{}', 'text/plain', 415, 'application/json'],
  ['a type that only begins so', '{}', 'application/json5', 415, 'application/json'],
])('%s is refused, and it is said why', async (_, body, type, status, detail) => {
  const { status: said, answer } = await post(body, type);
  expect([said, answer.detail]).toEqual([status, expect.stringContaining(detail)]);
});

test('a body is unpacked in whatever case its coding is written, up to the limit', async () => {
  const coding = { 'content-encoding': 'GZIP' };
  expect((await post(gzipSync('{"a":1}'), undefined, coding)).answer).toEqual({ body: { a: 1 } });
  expect((await post(gzipSync(`"${'x'.repeat(1100)}"`), undefined, coding)).status).toBe(413);
});
