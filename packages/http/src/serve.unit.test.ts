import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { createMetrics, createReadiness, silentLog } from '@skillstream/runtime';
import { serve, type ServeSettings } from './serve.ts';
import { createShell } from './shell.ts';
import { everybodyMay } from './testing.ts';

const settings: ServeSettings = {
  ...{ PORT: 0, MANAGEMENT_PORT: 0, HOST: '127.0.0.1' },
  ...{ SHUTDOWN_TIMEOUT_MS: 20_000, SHUTDOWN_WAIT_MS: 0 },
};
const log = silentLog();
const appWith = (stop: () => Promise<unknown> = async () => undefined) => {
  const [metrics, readiness] = [createMetrics('test'), createReadiness({ kafka: () => true })];
  const shell = createShell({ log, metrics, readiness, routes: [], authorize: everybodyMay });
  return { shell, metrics, readiness, start: () => undefined, stops: [{ name: 'kafka', stop }] };
};
const statusOf = async (port: number, path: string, init?: RequestInit) =>
  (await fetch(`http://127.0.0.1:${port}${path}`, init)).status;

/** Serves while a test looks, and stops whatever it found: a port left open would keep jest from its end. */
const whileServing = async (
  look: (ports: { port: number; managementPort: number; stop: () => Promise<void> }) => Promise<void>,
  change: { settings?: Partial<ServeSettings>; stop?: () => Promise<unknown> } = {},
) => {
  const served = await serve(appWith(change.stop), { ...settings, ...change.settings }, log);
  await look(served).finally(served.stop);
};
const listeningServer = async () => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const close = () => new Promise((resolve) => server.close(resolve));
  return { port: (server.address() as AddressInfo).port, close };
};

describe('the two ports of a service', () => {
  test.each([
    ['GET', '/metrics', 404, 200],
    ['HEAD', '/metrics', 404, 200],
    ['GET', '/METRICS/', 404, 200],
    ['GET', '/healthz', 200, 200],
    ['GET', '/readyz', 200, 200],
    ['POST', '/metrics', 404, 405],
    ['GET', '/metrics?name=a', 404, 400],
    // Neither what needs a token, nor anything else, is where nobody is asked for one.
    ['GET', '/v1/diagnostics', 200, 404],
    ['GET', '/', 404, 404],
  ])('answer %s %s by %i and %i', (method, path, atPublic, atManagement) =>
    whileServing(async ({ port, managementPort }) => {
      expect(await statusOf(port, path, { method })).toBe(atPublic);
      expect(await statusOf(managementPort, path, { method })).toBe(atManagement);
    }),
  );

  test('open both or neither: a service whose management port is taken does not serve', async () => {
    const [taken, free] = [await listeningServer(), await listeningServer()];
    await free.close();
    const ports = { PORT: free.port, MANAGEMENT_PORT: taken.port };
    try {
      await expect(serve(appWith(), { ...settings, ...ports }, log)).rejects.toMatchObject({
        code: 'EADDRINUSE',
      });
      await expect(statusOf(free.port, '/healthz')).rejects.toThrow('fetch failed');
    } finally {
      await taken.close();
    }
  });

  test('while parts stop the management port says that the service is not ready, the other one is closed', async () => {
    const [reached, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const stopPart = () => {
      reached.resolve();
      return letGo.promise;
    };
    await whileServing(
      async ({ port, managementPort, stop }) => {
        const stopped = stop();
        await reached.promise;
        try {
          await expect(statusOf(port, '/healthz')).rejects.toThrow('fetch failed');
          expect(await statusOf(managementPort, '/readyz')).toBe(503);
          expect(await statusOf(managementPort, '/healthz')).toBe(200);
          expect(await statusOf(managementPort, '/metrics')).toBe(200);
        } finally {
          letGo.resolve();
        }
        await stopped;
        await expect(statusOf(managementPort, '/readyz')).rejects.toThrow('fetch failed');
      },
      { stop: stopPart },
    );
  });
});

describe('the management port has bounds:', () => {
  const answerTo = async (port: number, request: string) => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    let text = '';
    socket.on('data', (data) => (text += data.toString()));
    socket.write(request);
    await once(socket, 'close');
    return text;
  };

  test('headers that do not come in time, or are too large, end the connection', async () => {
    const large = `GET /metrics HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`;
    await whileServing(
      async ({ managementPort }) => {
        expect(await answerTo(managementPort, 'GET /metrics HTTP/1.1\r\n')).toMatch(/^HTTP\/1\.1 408 /);
        expect(await answerTo(managementPort, large)).toMatch(/^HTTP\/1\.1 431 /);
      },
      { settings: { HEADERS_TIMEOUT_MS: 500 } },
    );
  });

  test('one client has no more than fifty connections', () =>
    whileServing(
      async ({ managementPort }) => {
        const sockets = Array.from({ length: 51 }, () => connect(managementPort, '127.0.0.1'));
        for (const socket of sockets) socket.on('error', () => undefined).resume();
        try {
          await until('one of them is closed', () => sockets.some(({ destroyed }) => destroyed), 60_000);
          expect(sockets.filter(({ destroyed }) => !destroyed)).toHaveLength(50);
        } finally {
          for (const socket of sockets) socket.destroy();
        }
      },
      { settings: { HEADERS_TIMEOUT_MS: 600_000 } },
    ));
});
