import { get, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { authorize, type VerifyToken } from '@skillstream/auth';
import { processState, type Scope } from '@skillstream/contracts';
import { createMetrics, createReadiness, silentLog } from '@skillstream/runtime';
import { listen } from './listen.ts';
import { createShell } from './shell.ts';

const verify: VerifyToken = async (token) => ({
  ...{ subject: 'ann', client: 'cli', endsMs: Infinity },
  scopes: new Set<Scope>(token === 'may' ? ['ops:write', 'ops:read'] : ['ops:read']),
});
let server: Server;
let origin: string;
beforeEach(async () => {
  const parts = {
    log: silentLog(),
    metrics: createMetrics('test'),
    readiness: createReadiness({}),
    routes: [],
  };
  const shell = createShell({ ...parts, authorize: authorize({ verify, readsOpen: false }) });
  const found = await listen(shell, 0, '127.0.0.1');
  server = found.server;
  origin = `http://127.0.0.1:${found.port}`;
});
afterEach(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

const ask = (operation: string, token?: string, headers: Record<string, string> = {}) => {
  const [method, path] = operation.split(' ') as [string, string];
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return fetch(`${origin}${path}`, { method, headers: { ...authorization, ...headers } });
};
const operations = ['GET /v1/diagnostics', 'POST /v1/diagnostics/cpu?seconds=1', 'POST /v1/diagnostics/heap'];
const running = async () => {
  const state = processState.parse(await (await ask('GET /v1/diagnostics', 'may')).json());
  return state.running;
};

describe('diagnostics of a process', () => {
  test.each(operations)('%s takes a token', async (operation) => {
    expect((await ask(operation)).status).toBe(401);
  });

  test.each(operations.slice(1))('%s takes the scope ops:write', async (operation) => {
    expect((await ask(operation, 'reads')).status).toBe(403);
  });

  test.each(
    operations.flatMap((operation) =>
      ['Forwarded', 'Via', 'X-Forwarded-For', 'X-Real-IP'].map((name) => [operation, name] as const),
    ),
  )('%s is refused with the best of tokens where a proxy says so by %s', async (operation, name) => {
    const response = await ask(operation, 'may', { [name]: '127.0.0.1' });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'not-local' });
  });

  test('the path is no way around in another case, or with a slash at its end', async () => {
    for (const path of ['/V1/Diagnostics/CPU', '/v1/diagnostics/heap/']) {
      const response = await ask(`POST ${path}`, 'may', { Via: '1.1 proxy' });
      expect(await response.json()).toMatchObject({ code: 'not-local' });
    }
  });

  test.each(['0', '61', '1e1', '-1', ''])(
    'a profile of "%s" seconds is refused, with the bounds',
    async (n) => {
      const response = await ask(`POST /v1/diagnostics/cpu?seconds=${n}`, 'may');
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ faults: [{ path: 'seconds' }] });
    },
  );

  test('while a profile is taken the process answers, its probe is green, and a second one is refused', async () => {
    const first = ask('POST /v1/diagnostics/cpu?seconds=2', 'may');
    await until('it is being taken', async () => (await running()) === 'cpu');
    expect((await ask('GET /healthz')).status).toBe(200);
    const second = await ask('POST /v1/diagnostics/cpu?seconds=1', 'may');
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({
      code: 'conflict',
      detail: 'A CPU profile of this process is being taken already',
    });
    const response = await first;
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ nodes: expect.any(Array), samples: expect.any(Array) });
    expect(await running()).toBeNull();
  });

  test('a caller who leaves ends what is being taken for him', async () => {
    const request = get(`${origin}/v1/diagnostics/cpu?seconds=60`, {
      ...{ method: 'POST', headers: { authorization: 'Bearer may' } },
    });
    request.on('error', () => undefined);
    await until('it is being taken', async () => (await running()) === 'cpu');
    request.destroy();
    await until('it is over', async () => (await running()) === null);
  });
});
