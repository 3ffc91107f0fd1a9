import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { silentLog, createMetrics, createReadiness } from '@skillstream/runtime';
import { Router } from 'express';
import { everybodyMay } from './testing.ts';
import { listen } from './listen.ts';
import { createShell } from './shell.ts';

// Long enough for eight megabytes on a busy machine; and short, for those who are waited for in vain.
const [PATIENT_MS, SHORT_MS] = [60_000, 500];
const routes = Router();
routes.post('/refused', (_req, res) => void res.status(503).json({}));

type Listening = { server: Server; port: number };
let patient: Listening;
let short: Listening;
const listenFor = (lingerMs: number): Promise<Listening> => {
  const parts = { log: silentLog(), metrics: createMetrics('test'), readiness: createReadiness({}) };
  const shell = createShell({ ...parts, routes: [routes], authorize: everybodyMay });
  return listen(shell, 0, '127.0.0.1', { lingerMs });
};
beforeAll(async () => {
  [patient, short] = [await listenFor(PATIENT_MS), await listenFor(SHORT_MS)];
});
afterAll(() =>
  Promise.all([patient, short].map(({ server }) => new Promise((resolve) => server.close(resolve)))),
);

/** Sends all of a body, whatever is said meanwhile, and then reads what was answered. */
const send = (
  port: number,
  bytes: number,
  sent: number,
): Promise<{ response: string; error: string | null }> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).setEncoding('latin1').pause();
    let [response, error] = ['', null as string | null];
    socket.on('data', (chunk: string) => (response += chunk));
    socket.on('error', ({ message }) => (error = message));
    socket.on('end', () => socket.destroy()).on('close', () => resolve({ response, error }));
    socket.write(
      `POST /refused HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${bytes}\r\n\r\n`,
    );
    socket.write(Buffer.alloc(sent), () => socket.resume());
  });

test('who asks for an end and is answered before the body is complete reads the answer all the same', async () => {
  for (let n = 0; n < 20; n += 1) {
    const { response, error } = await send(patient.port, 8_000_000, 8_000_000);
    expect([response.split('\r\n')[0], error]).toEqual(['HTTP/1.1 503 Service Unavailable', null]);
  }
});

test('and whose body does not go on is let go after a while', async () => {
  const { response } = await send(short.port, 1000, 10);
  expect(response).toContain('HTTP/1.1 503');
});

test('nor does who asked for an end, and then neither sends nor closes, keep a connection', async () => {
  const { server, port } = short;
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const head = 'POST /refused HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1000\r\n\r\n';
  socket
    .on('error', () => {})
    .resume()
    .write(`${head}ten bytes.`);
  await once(socket, 'end');
  const open = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
  expect(await open()).toBeGreaterThan(0);
  await until('it is let go', async () => (await open()) === 0);
  socket.destroy();
});
