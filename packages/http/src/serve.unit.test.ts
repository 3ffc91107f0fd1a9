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
    ['POST', '/v1/diagnostics/heap', 200, 404],
    ['GET', '/', 404, 404],
  ])('answer %s %s by %i and %i', async (method, path, atPublic, atManagement) => {
    const { port, managementPort, stop } = await serve(appWith(), settings, log);
    try {
      expect(await statusOf(port, path, { method })).toBe(atPublic);
      expect(await statusOf(managementPort, path, { method })).toBe(atManagement);
    } finally {
      await stop();
    }
  });

  test('open both or neither: a service whose management port is taken does not serve', async () => {
    const other = createServer();
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const taken = (other.address() as AddressInfo).port;
    const free = createServer();
    await once(free.listen(0, '127.0.0.1'), 'listening');
    const PORT = (free.address() as AddressInfo).port;
    await new Promise((resolve) => free.close(resolve));
    await expect(serve(appWith(), { ...settings, PORT, MANAGEMENT_PORT: taken }, log)).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await expect(statusOf(PORT, '/healthz')).rejects.toThrow('fetch failed');
    await new Promise((resolve) => other.close(resolve));
  });

  test('while parts stop the management port says that the service is not ready, the other one is closed', async () => {
    const [reached, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const app = appWith(() => (reached.resolve(), letGo.promise));
    const { port, managementPort, stop } = await serve(app, settings, log);
    const stopped = stop();
    await reached.promise;
    await expect(statusOf(port, '/healthz')).rejects.toThrow('fetch failed');
    expect(await statusOf(managementPort, '/readyz')).toBe(503);
    expect(await statusOf(managementPort, '/healthz')).toBe(200);
    expect(await statusOf(managementPort, '/metrics')).toBe(200);
    letGo.resolve();
    await stopped;
    await expect(statusOf(managementPort, '/readyz')).rejects.toThrow('fetch failed');
  });
});

describe('the management port has bounds:', () => {
  const ended = async (socket: ReturnType<typeof connect>) => {
    let text = '';
    socket.on('error', () => undefined).on('data', (data) => (text += data.toString()));
    await once(socket, 'close');
    return text;
  };

  test('headers that do not come in time, or are too large, end the connection', async () => {
    const quick = { ...settings, HEADERS_TIMEOUT_MS: 50 };
    const { managementPort, stop } = await serve(appWith(), quick, log);
    try {
      const slow = connect(managementPort, '127.0.0.1');
      slow.write('GET /metrics HTTP/1.1\r\n');
      expect(await ended(slow)).toMatch(/^HTTP\/1\.1 408 /);
      const large = connect(managementPort, '127.0.0.1');
      large.write(`GET /metrics HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`);
      expect(await ended(large)).toMatch(/^HTTP\/1\.1 431 /);
    } finally {
      await stop();
    }
  });

  test('one client has no more than fifty connections', async () => {
    const { managementPort, stop } = await serve(appWith(), settings, log);
    const sockets = Array.from({ length: 51 }, () => connect(managementPort, '127.0.0.1'));
    for (const socket of sockets) socket.on('error', () => undefined);
    await until('one of them is closed', () => sockets.some(({ destroyed }) => destroyed));
    expect(sockets.filter(({ destroyed }) => !destroyed)).toHaveLength(50);
    for (const socket of sockets) socket.destroy();
    await stop();
  });
});
