import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import fc from 'fast-check';
import { listen } from './listen.ts';

type Seen = { blocks: number; text: string };
let seen = Promise.withResolvers<Seen>();
const app = express().use((req, res) => {
  const found: Seen = { blocks: 0, text: '' };
  req.on('data', (block: Buffer) => {
    found.blocks += 1;
    found.text += block.toString('latin1');
  });
  req.on('end', () => {
    seen.resolve(found);
    res.end();
  });
});
let server: Server;
let port: number;
beforeAll(async () => {
  ({ server, port } = await listen(app, 0, '127.0.0.1'));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const send = async (parts: readonly string[]): Promise<Seen> => {
  seen = Promise.withResolvers();
  const chunks = parts.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('');
  const socket = connect(port, '127.0.0.1').resume();
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`);
  socket.write(`${chunks}0\r\n\r\n`);
  return seen.promise;
};

test('a hundred thousand chunks of a byte come in a few blocks', async () => {
  const { blocks, text } = await send(Array.from({ length: 100_000 }, () => 'x'));
  expect(text).toBe('x'.repeat(100_000));
  expect(blocks).toBeLessThan(1000);
});

test('a body is the same, however it is cut', async () => {
  const chunk = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 40_000 });
  await fc.assert(
    fc.asyncProperty(fc.array(chunk, { maxLength: 20 }), async (parts) => {
      expect((await send(parts)).text).toBe(parts.join(''));
    }),
    { numRuns: 30 },
  );
});
