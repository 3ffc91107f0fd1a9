import { once } from 'node:events';
import { createServer, type Server, type Socket, type AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { draft, type AttackRequest, type Draft } from './request.ts';
import { send } from './send.ts';
import { createHealthWatch } from './watch-health.ts';

let server: Server | null = null;
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server?.close();
});

const serve = async (response: (socket: Socket, text: string) => void): Promise<number> => {
  server = createServer((socket) => {
    sockets.add(socket);
    let text = '';
    socket.on('error', () => undefined);
    socket.setEncoding('latin1').on('data', (chunk: string) => response(socket, (text += chunk)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};
const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
const request = (found: Draft): AttackRequest => ({ ...found, number: 1, operation: 'x', attack: 'x' });
const post = (more: Partial<Draft> = {}) =>
  request({ ...draft('POST', '/x\x80', { json: ['{}'] }), ...more });

test('a request goes out as it is: its line, its headers twice where they are twice, the token, the body', async () => {
  let seen = '';
  const port = await serve((socket, text) => {
    seen = text;
    if (text.endsWith('{}')) socket.write(ok);
  });
  const headers: [string, string][] = [
    ['Authorization', 'Bearer {token}'],
    ['Authorization', 'Basic x'],
  ];
  expect(await send(post({ headers }), Buffer.from('{}'), port, 't')).toMatchObject({
    end: 'answered',
    response: { status: 200, body: 'ok' },
  });
  expect(seen).toBe(
    'POST /x\x80 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 2\r\n' +
      'Authorization: Bearer t\r\nAuthorization: Basic x\r\n\r\n{}',
  );
});

test('who is never answered hangs, who is hung up on is cut, and who means to leave leaves', async () => {
  const port = await serve((socket, text) => text.startsWith('GET') && socket.destroy());
  expect(await send(post(), Buffer.from('{}'), port, 't', 50)).toMatchObject({ end: 'hung', response: null });
  expect(await send(request(draft('GET', '/')), null, port, 't')).toMatchObject({
    end: 'cut',
    response: null,
  });
  const listen = post({ manner: { how: 'listen', holdMs: 10 } });
  expect(await send(listen, Buffer.from('{}'), port, 't')).toMatchObject({ end: 'left' });
  const abort = post({ manner: { how: 'abort', bytes: 1 } });
  expect(await send(abort, Buffer.from('{}'), port, 't')).toMatchObject({ end: 'left' });
});

test('a body that comes slowly is never whole, and ends with an answer', async () => {
  const lengths: number[] = [];
  const port = await serve((socket, text) => {
    const [, length] = /Content-Length: (\d+)/.exec(text)!;
    lengths.push(Number(length));
    if (text.endsWith('{   ')) socket.end(ok.replace('200', '408'));
  });
  const slow = post({ manner: { how: 'slow', bytes: 1, pauseMs: 1, leaveAfterMs: 60_000 } });
  expect(await send(slow, Buffer.from('{}'), port, 't')).toMatchObject({
    end: 'answered',
    response: { status: 408 },
  });
  expect(lengths[0]).toBe(1002);
});

test('a service that does not say that it lives is a finding, and so is one that does not answer', async () => {
  const port = await serve((socket, text) => {
    if (text.includes('/ill/')) socket.end('HTTP/1.1 500 x\r\nContent-Length: 0\r\n\r\n');
    else if (text.includes('/well/')) socket.end(ok);
  });
  const found = async (names: string[], patienceMs?: number) => {
    const services = names.map((name) => ({ name, url: `http://127.0.0.1:${port}/${name}` }));
    const watch = createHealthWatch(services, patienceMs);
    watch.start();
    await until('each was asked', () => watch.asked() >= names.length);
    await watch.stop();
    return [...new Set(watch.findings.map(({ kind, about }) => `${kind} ${about}`))];
  };
  expect(await found(['ill', 'well'])).toEqual(['healthz ill']);
  expect(await found(['dumb'], 50)).toEqual(['healthz dumb']);
});
