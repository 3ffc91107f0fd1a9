import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createBodyCapacity } from '@skillstream/http';
import express, { type RequestHandler } from 'express';
import { MOST_REQUESTS, tagsHandlers } from './tags.ts';

// Stands for checking a token: the client leaves meanwhile, if the request says so.
let gone: () => void;
const lookAtToken: RequestHandler = (req, res, next) => {
  if (req.headers['x-leaves'] === undefined) return next();
  res.on('close', () => {
    next();
    gone();
  });
  req.socket.destroy();
};
const server = createServer(
  express().post('/v1/tags', lookAtToken, ...tagsHandlers(async () => '{}', createBodyCapacity()).findTags),
);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('a client that has left before it is admitted takes no capacity', async () => {
  const { port } = server.address() as AddressInfo;
  const [type, body] = ['application/json', '{"text":"Go"}'];
  const head = `POST /v1/tags HTTP/1.1\r\nHost: a\r\nX-Leaves: 1\r\nContent-Type: ${type}\r\n`;
  for (let n = 0; n < MOST_REQUESTS; n += 1) {
    const left = new Promise<void>((resolve) => (gone = resolve));
    connect(port, '127.0.0.1')
      .on('error', () => undefined)
      .write(`${head}Content-Length: ${body.length}\r\n\r\n${body}`);
    await left;
  }
  const asked = { method: 'POST', headers: { 'content-type': type }, body };
  expect((await fetch(`http://127.0.0.1:${port}/v1/tags`, asked)).status).toBe(200);
});
