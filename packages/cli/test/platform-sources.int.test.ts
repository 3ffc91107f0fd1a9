import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BoardState } from '@skillstream/contracts';
import { changeSource, listPlatform, type Change } from '../src/sources/platform-sources.ts';

const boats: BoardState = {
  ...{ name: 'boats', board: 'lever', account: 'boats', address: 'https://jobs.lever.co/boats' },
  ...{ state: 'waiting', everyMinutes: 60, nextRunAt: null, lastReadAt: null, lastRun: null },
};
const asked: string[] = [];
let fault: string | null = null;
const server = createServer(({ method, url }, res) => {
  asked.push(`${method} ${url}`);
  res.setHeader('content-type', 'application/json');
  if (url === '/v1/boards') return void res.end(JSON.stringify({ fault, boards: [boats] }));
  res.end(JSON.stringify(boats));
});
let address: string;
beforeAll(async () => {
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test.each<[Change, string, string]>([
  ['run', '/run', 'is read by the platform now'],
  ['accept', '/run?acceptDrop=true', 'what is gone is closed, however much that is'],
  ['pause', '/pause', 'is paused'],
  ['resume', '/resume', 'is read again'],
])('%s asks the platform for %s', async (change, path, said) => {
  expect(await changeSource({ address, token: async () => null }, change, 'boats')).toContain(said);
  expect(asked.at(-1)).toBe(`POST /v1/boards/boats${path}`);
});

test.each([
  [null, false],
  ['source boats: its address is missing', true],
])('the list of a platform whose file has the fault %p is faulty: %p', async (told, isFaulty) => {
  fault = told;
  const list = await listPlatform({ address, token: async () => null });
  expect(list.isFaulty).toBe(isFaulty);
  expect(list.text).toContain(told ?? 'boats');
});
