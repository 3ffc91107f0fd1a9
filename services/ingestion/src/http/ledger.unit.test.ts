import type { Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createShell, listen } from '@skillstream/http';
import { everybodyMay } from '@skillstream/http/testing';
import { createMetrics, createReadiness, silentLog } from '@skillstream/runtime';
import { Router } from 'express';
import { ledgerHandlers } from './ledger.ts';

let counts = 0;
let waiting = 0;
let nowMs = 0;
const count = async () => {
  counts += 1;
  return { sources: {} };
};

let server: Server;
let origin: string;
beforeAll(async () => {
  const handlers = ledgerHandlers(
    count,
    () => waiting,
    () => nowMs,
  );
  const routes = [Router().get('/v1/ledger', handlers.getIngestionRow)];
  const parts = {
    log: silentLog(),
    metrics: createMetrics('test'),
    readiness: createReadiness({}),
    authorize: everybodyMay,
  };
  const found = await listen(createShell({ ...parts, routes }), 0, '127.0.0.1');
  server = found.server;
  origin = `http://127.0.0.1:${found.port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const ask = async (cacheControl?: string) => {
  const headers = cacheControl ? { 'cache-control': cacheControl } : {};
  await (await fetch(`${origin}/v1/ledger`, { headers })).json();
  return counts;
};

beforeEach(async () => {
  nowMs += 60_000;
  waiting = 0;
  await ask();
  counts = 0;
});

test.each([
  ['nothing waits', 0, 1001, undefined, 1],
  ['postings wait', 3, 1001, undefined, 0],
  ['postings have waited for long', 3, 5000, undefined, 1],
  ['postings wait, but the asker wants it new', 3, 1, 'no-cache', 1],
  ['nothing waits, and the asker takes an older one', 0, 1001, 'max-age=5', 0],
])('the ledger is counted no more often than needed, while %s', async (_when, size, ms, wanted, times) => {
  waiting = size;
  nowMs += ms;
  expect(await ask(wanted)).toBe(times);
});
