import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { silentLog, createMetrics, createReadiness } from '@skillstream/runtime';
import { pino } from 'pino';
import { everybodyMay } from './testing.ts';
import { listen } from './listen.ts';
import { createShell } from './shell.ts';

let server: Server;
let port: number;
let lines: string[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  lines = [];
  await new Promise((resolve) => server.close(resolve));
});
const start = async (connections: number, trustProxy?: number | string[]) => {
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
  const parts = { log: silentLog(), metrics: createMetrics('test'), readiness: createReadiness({}) };
  const trust = trustProxy === undefined ? {} : { trustProxy };
  const shell = createShell({ ...parts, ...trust, routes: [], authorize: everybodyMay });
  ({ server, port } = await listen(shell, 0, '127.0.0.1', { connections }, log));
};
/** A connection that says nothing; it ends when the server closes it. */
const connectFrom = (localAddress: string): Promise<Socket> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress }, () => resolve(socket));
    sockets.push(socket.on('error', () => undefined).resume());
  });
const isServed = async (localAddress: string): Promise<boolean> => {
  const socket = await connectFrom(localAddress);
  let text = '';
  socket.on('data', (chunk) => (text += chunk));
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  await closed;
  return text.startsWith('HTTP/1.1 200 ');
};
const openFrom = async (address: string, count: number) => {
  const all = [];
  for (let n = 0; n < count; n += 1) all.push(await connectFrom(address));
  return all;
};

test.each([20, 40])(
  'of %i connections one client has a quarter, and others are served',
  async (connections) => {
    await start(connections);
    const all = await openFrom('127.0.0.2', connections);
    const stay = () => all.filter((socket) => !socket.closed);
    await until('those too many are closed', () => stay().length === connections / 4);
    expect(await isServed('127.0.0.2')).toBe(false);
    expect(await isServed('127.0.0.3')).toBe(true);
    expect(stay()).toEqual(all.slice(0, connections / 4));
  },
);

test('a client that lets one go has another', async () => {
  await start(4);
  const [only] = await openFrom('127.0.0.2', 1);
  expect(await isServed('127.0.0.2')).toBe(false);
  only!.destroy();
  await until('it is served', () => isServed('127.0.0.2'));
});

test('the log tells of those that were refused, not of each', async () => {
  await start(20);
  await openFrom('127.0.0.2', 5);
  for (let n = 0; n < 100; n += 1) expect(await isServed('127.0.0.2')).toBe(false);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 40, connections: 5, refused: 1 },
    { connections: 5, refused: 10 },
    { connections: 5, refused: 100 },
  ]);
  expect(lines.join('')).not.toContain('127.0.0.2');
});

test.each([1, ['127.0.0.0/8'] as string[]].map((trusted) => [trusted]))(
  'connections of a trusted proxy (%j) are those of many',
  async (trusted) => {
    await start(20, trusted);
    await openFrom('127.0.0.2', 15);
    expect(await isServed('127.0.0.2')).toBe(true);
  },
);
