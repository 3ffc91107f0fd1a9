import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appError, type ErrorCode, errorStatus } from '@skillstream/errors';
import { createMetrics, createReadiness, expositionFor, silentLog } from '@skillstream/runtime';
import express, { Router } from 'express';
import { z } from 'zod';
import { listen } from './listen.ts';
import { everybodyMay } from './testing.ts';
import { createShell } from './shell.ts';

const SECRET = 'mongodb://user:hunter2@db';
const wanted = z.strictObject({
  salary: z.object({ currency: z.string() }),
  tags: z.array(z.int()).optional(),
});
const throwing: Record<string, () => unknown> = {
  bug: () => new TypeError(SECRET),
  engine: () => Object.assign(new Error(SECRET), { name: 'MongoNetworkError' }),
  word: () => SECRET,
  late: () => appError('overloaded', 'the backlog is full', { context: { retryAfterSeconds: 7 } }),
};

const routes = Router();
routes.get('/code/:code', ({ params }) => {
  throw appError(params.code as ErrorCode, SECRET, { context: { faults: [{ path: 'a', message: SECRET }] } });
});
routes.get('/throws/:what', ({ params }) => {
  throw throwing[params.what]!();
});
routes.post('/body', express.json({ limit: 100 }), (req, res) => void res.json(wanted.parse(req.body)));

const metrics = createMetrics('test');
let server: Server;
let origin: string;
beforeAll(async () => {
  const readiness = createReadiness({ kafka: () => false });
  const app = createShell({
    log: silentLog(),
    metrics,
    readiness,
    routes: [routes],
    authorize: everybodyMay,
  });
  const found = await listen(app, 0, '127.0.0.1');
  server = found.server;
  origin = `http://127.0.0.1:${found.port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const ask = async (path: string, init?: RequestInit) => {
  const response = await fetch(`${origin}${path}`, init);
  const text = await response.text();
  return { response, text, problem: JSON.parse(text) as Record<string, unknown> };
};
const post = (body: string, type = 'application/json') =>
  ask('/body', { method: 'POST', body, headers: { 'content-type': type } });

describe('an error of the family', () => {
  test.each(Object.entries(errorStatus))(
    '%s is answered as a problem of its status',
    async (code, { status, title }) => {
      const { response, problem } = await ask(`/code/${code}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        status,
        'application/problem+json; charset=utf-8',
      ]);
      const traceId = response.headers.get('trace-id');
      expect(problem).toMatchObject({
        type: `urn:skillstream:problem:${code}`,
        title,
        status,
        code,
        traceId,
      });
    },
  );

  test.each(Object.entries(errorStatus))(
    '%s leaks nothing when it is ours to repair',
    async (code, { status }) => {
      const { text } = await ask(`/code/${code}`);
      // What `overloaded` says is written for callers, so its sentence is shown; faults never are above 499.
      if (status >= 500 && code !== 'overloaded') expect(text).not.toContain(SECRET);
      if (status >= 500) expect(text).not.toContain('faults');
      if (status < 500) expect(JSON.parse(text)).toMatchObject({ detail: SECRET, faults: [{ path: 'a' }] });
    },
  );

  test('one that may pass says when to try again', async () => {
    expect((await ask('/throws/late')).response.headers.get('retry-after')).toBe('7');
    expect((await ask('/code/unavailable')).response.headers.get('retry-after')).toBe('1');
    expect((await ask('/code/conflict')).response.headers.get('retry-after')).toBeNull();
  });
});

test.each([
  ['bug', 500, 'internal'],
  ['word', 500, 'internal'],
  ['engine', 503, 'unavailable'],
])('what else is thrown leaks nothing: a %s becomes %i', async (what, status, code) => {
  const { response, text, problem } = await ask(`/throws/${what}`);
  expect([response.status, problem.code]).toEqual([status, code]);
  expect(text).not.toMatch(/hunter2|TypeError|at .*\.ts/);
});

describe('a body', () => {
  test('that is not JSON is not quoted', async () => {
    const { response, text } = await post('{"title": Jane Doe}');
    expect(response.status).toBe(400);
    expect(text).toContain('The body is not JSON');
    expect(text).not.toContain('Jane');
  });

  test('with several faults is told all of them by path', async () => {
    const { response, problem } = await post('{"salary":{},"tags":[1,"b"],"extra":1}');
    expect(response.status).toBe(400);
    expect(problem.faults).toEqual([
      { path: 'salary.currency', message: 'is missing' },
      { path: 'tags.1', message: expect.stringContaining('expected') },
      { path: 'extra', message: 'unknown field' },
    ]);
  });

  test.each([
    ['malformed JSON', '{"salary":', 'application/json', 400, 'invalid-input'],
    ['too large', JSON.stringify({ a: 'x'.repeat(200) }), 'application/json', 413, 'too-large'],
    ['an unknown charset', '{}', 'application/json; charset=klingon', 415, 'unsupported-media-type'],
  ])('%s is the caller’s fault', async (_, body, type, status, code) => {
    const { response, problem } = await post(body, type);
    expect([response.status, problem.code]).toEqual([status, code]);
  });
});

describe('the shell', () => {
  test('answers 404 as a problem, also for a path that cannot be decoded (400)', async () => {
    expect((await ask('/nowhere')).problem).toMatchObject({
      status: 404,
      detail: 'There is nothing at GET /nowhere',
    });
    expect((await ask('/code/%E0%A4%A')).problem).toMatchObject({ status: 400, code: 'invalid-input' });
  });

  test('carries the caller’s trace on, and makes one where none came', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    expect((await ask('/nowhere', { headers })).problem.traceId).toBe(traceId);
    expect((await ask('/nowhere')).problem.traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  test('is alive although it is not ready, and measures requests by route, not by path', async () => {
    expect((await ask('/healthz')).problem).toEqual({ alive: true });
    const ready = await ask('/readyz');
    expect([ready.response.status, ready.problem.ready]).toEqual([503, false]);
    const text = await metrics.text(expositionFor(undefined));
    expect(text).toContain('service="test",method="GET",route="/code/:code",status="409"');
    expect(text).not.toContain('/code/conflict');
  });
});
