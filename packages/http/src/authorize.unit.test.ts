import type { Server } from 'node:http';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { authorize, type VerifyToken } from '@skillstream/auth';
import { operationList, scopeNames } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { createMetrics, createReadiness } from '@skillstream/runtime';
import { traceFields } from '@skillstream/telemetry';
import { Router } from 'express';
import { pino } from 'pino';
import { listen } from './listen.ts';
import { createShell } from './shell.ts';

// Tokens that say outright what they are good for: whether one holds is not the question here. A colon cannot stand
// in one.
const verify: VerifyToken = async (token) => {
  if (token === 'bad') throw appError('unauthenticated', 'The token has expired');
  return {
    subject: 'ann@example.org',
    client: 'page',
    scopes: new Set(token.replaceAll('~', ':').split('+')),
    endsMs: Infinity,
  };
};
let server: Server;
let origin: string;
let reached: string[];
let lines: Record<string, unknown>[];
const start = async (readsOpen: boolean) => {
  const out = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  const log = pino({ level: 'fatal', mixin: traceFields }, out);
  const routes = Router();
  routes.all('/{*path}', (req, res) => {
    reached.push(`${req.method} ${req.path}`);
    if (req.query.answer === 'none') return void req.socket.destroy();
    res.status(req.query.often === 'too' ? 429 : Number(req.query.status ?? 202)).json({});
  });
  const parts = { log, metrics: createMetrics('test'), readiness: createReadiness({}), routes: [routes] };
  const shell = createShell({ ...parts, authorize: authorize({ verify, readsOpen }) });
  const found = await listen(shell, 0, '127.0.0.1');
  server = found.server;
  origin = `http://127.0.0.1:${found.port}`;
};
beforeEach(() => {
  reached = [];
  lines = [];
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const ask = async (operation: string, token?: string, scheme = 'Bearer') => {
  const [method, path] = operation.split(' ') as [string, string];
  const headers = token === undefined ? {} : { authorization: `${scheme} ${token.replaceAll(':', '~')}` };
  const response = await fetch(`${origin}${path.replace(':id', 'x')}`, { method, headers });
  return { status: response.status, challenge: response.headers.get('www-authenticate') };
};
const named = operationList.map(({ method, path, scope }) => [`${method} ${path}`, scope] as const);
// The shell has handlers of its own for diagnostics; diagnostics.unit.test.ts asks them the same.
const elsewhere = named.filter(([operation]) => !operation.includes('/v1/diagnostics'));
// Several services have a line of the ledger, at one path.
const entries = [...new Map(elsewhere)].flatMap(([operation, scope]) =>
  scope ? [[operation, scope] as const] : [],
);
const openOperations = named.filter(([, scope]) => scope === null).map(([operation]) => operation);
const isRead = (scope: string) => scope.endsWith(':read');

test.each(entries)(
  '%s goes on with the scope %s and with no other, when nothing is open',
  async (operation, scope) => {
    await start(false);
    const others = scopeNames.filter((name) => name !== scope).join('+');
    expect(await ask(operation)).toMatchObject({
      status: 401,
      challenge: `Bearer realm="skillstream", scope="${scope}"`,
    });
    expect((await ask(operation, 'bad')).status).toBe(401);
    expect(await ask(operation, others)).toMatchObject({
      status: 403,
      challenge: `Bearer realm="skillstream", error="insufficient_scope", scope="${scope}"`,
    });
    expect(reached).toEqual([]);
    expect((await ask(operation, scope)).status).toBe(202);
    expect(reached).toHaveLength(1);
  },
);

test('where reading is open, reading takes no token, and changing does', async () => {
  await start(true);
  for (const [operation, scope] of entries)
    expect([operation, (await ask(operation)).status]).toEqual([operation, isRead(scope) ? 202 : 401]);
});

describe('an operation that no table names is refused, though a route serves it:', () => {
  test.each([
    'POST /v1/new-thing',
    'PUT /v1/postings',
    'DELETE /v1/demand',
    'PATCH /v1/postings',
    'GET /unlisted',
  ])('%s', async (operation) => {
    for (const readsOpen of [true, false]) {
      await start(readsOpen);
      expect((await ask(operation, scopeNames.join('+'))).status).toBe(404);
      expect(reached).toEqual([]);
      await new Promise((resolve) => server.close(resolve));
    }
    await start(false);
  });

  test('asking for methods runs none either', async () => {
    await start(false);
    for (const path of ['/v1/postings', '/v1/new-thing']) await ask(`OPTIONS ${path}`);
    expect(reached).toEqual([]);
  });
});

test.each(openOperations)('%s is for everybody always', async (operation) => {
  await start(false);
  expect((await ask(operation.replace(':asset', 'a.js'))).status).not.toBe(401);
});

describe('no other way of writing a request is a way around:', () => {
  test.each([
    ['POST', '/V1/Postings'],
    ['POST', '/v1/postings/'],
    ['DELETE', '/v1/postings/x/'],
    ['DELETE', '/V1/POSTINGS/x'],
    ['POST', '/v1/postings?scope=postings:write'],
    ['POST', '/v1/RETAG'],
  ])('%s %s', async (method, path) => {
    await start(true);
    expect((await ask(`${method} ${path}`)).status).toBe(401);
  });

  test('HEAD needs what GET needs', async () => {
    await start(false);
    expect((await ask('HEAD /v1/demand')).status).toBe(401);
  });

  test.each(['Basic', 'Bearer Bearer', 'Token', ''])('a log-in by "%s" is none', async (scheme) => {
    await start(true);
    expect((await ask('POST /v1/postings', 'postings:write', scheme)).status).toBe(401);
  });

  test('a token in the address or in the body is none (RFC 6750, 5.3)', async () => {
    await start(true);
    expect((await ask('POST /v1/postings?access_token=postings:write')).status).toBe(401);
  });
});

describe('the audit log', () => {
  const records = () => lines.filter((line) => line.audit === true);

  test('has every change and every refusal, whatever the level of the log', async () => {
    await start(true);
    await ask('POST /v1/postings', 'postings:write');
    await ask('DELETE /v1/postings/:id');
    await ask('POST /v1/retag', 'postings:write');
    await ask('GET /v1/demand');
    await until('they are written', () => records().length === 3);
    const subject = expect.stringMatching(/^sha256:[0-9a-f]{16}$/);
    expect(records()).toEqual([
      expect.objectContaining({
        msg: 'changed',
        operation: 'POST /v1/postings',
        status: 202,
        client: 'page',
        subject,
      }),
      expect.objectContaining({
        msg: 'refused',
        operation: 'DELETE /v1/postings/x',
        status: 401,
        client: null,
        subject: null,
      }),
      expect.objectContaining({
        msg: 'refused',
        operation: 'POST /v1/retag',
        status: 403,
        client: 'page',
        subject,
      }),
    ]);
    for (const record of records())
      expect(record).toMatchObject({ trace_id: expect.any(String), time: expect.any(Number) });
  });

  test.each([
    [202, 'changed'],
    [409, 'refused'],
    [422, 'refused'],
    [500, 'failed'],
    [503, 'failed'],
    [504, 'failed'],
  ])('says of a change that is answered by %i that it was %s', async (status, msg) => {
    await start(true);
    await ask(`POST /v1/postings?status=${status}`, 'postings:write');
    await until('it is written', () => records().length === 1);
    expect(records()).toMatchObject([{ msg, status, operation: 'POST /v1/postings' }]);
  });

  test('says of a change whose caller has gone that it was not answered', async () => {
    await start(true);
    await ask('POST /v1/postings?answer=none', 'postings:write').catch(() => undefined);
    await until('it is written', () => records().length === 1);
    expect(records()).toMatchObject([{ msg: 'unanswered', status: 0, operation: 'POST /v1/postings' }]);
  });

  test('tells of requests over a limit each time that they are ten times as many', async () => {
    await start(true);
    for (let i = 0; i < 100; i += 1) await ask('GET /docs?often=too');
    await until('they are written', () => records().length === 3);
    expect(records().map(({ msg, operation, status, times }) => [msg, operation, status, times])).toEqual(
      [1, 10, 100].map((times) => ['refused', 'GET', 429, times]),
    );
  });

  test('names no address of a person, no token and no query', async () => {
    await start(true);
    await ask('POST /v1/postings?mail=ann@example.org', 'postings:write');
    await until('it is written', () => records().length === 1);
    expect(JSON.stringify(records())).not.toMatch(/ann@|postings[:~]write|127\.0\.0\.1/);
  });
});
