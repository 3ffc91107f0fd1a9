import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runCommand } from './run-load.ts';

const row = { accepted: 1, pending: 0, inFlight: 0, counted: 1, deadLettered: 0 };
const rows = [{ source: 'nordwind', ...row }];
const about = {
  filter: {},
  population: 0,
  answeredFrom: { model: 'views', caughtUp: true, viewVersion: '1' },
};
const erased = (source: string, letters: number) => ({
  ...{ id: '1', source, state: 'ended', phase: 'letters', startedAt: '2026-11-30T00:00:00.000Z' },
  ...{ endedAt: '2026-11-30T00:00:01.000Z', matching: false, total: 0, done: 0, erased: 0, letters },
  ...{ unmigrated: 0, failures: 0, reason: null, again: false },
});
const responses: Record<string, object> = {
  '/v1/sources/nordwnd/postings': erased('nordwnd', 0),
  '/v1/sources/nordwnd/erasure': erased('nordwnd', 0),
  '/v1/sources/letters/erasure/preview': { source: 'letters', postings: 0, complete: true, examples: [] },
  '/v1/sources/letters/postings': erased('letters', 2),
  '/v1/sources/letters/erasure': erased('letters', 2),
  '/v1/ledger': { rows, total: { source: '(total)', ...row }, idle: true, balanced: true },
  '/v1/demand': { ...about, skills: [], categories: [] },
  '/v1/sources/nordwnd/erasure/preview': { source: 'nordwnd', postings: 0, complete: true, examples: [] },
  '/v1/sources/nordwind/erasure/preview': { source: 'nordwind', postings: 0, complete: true, examples: [] },
};
const UNKNOWN = 'there is no source nordwnd: nothing was ever taken from it; there is nordwind';

const server = createServer((req, res) => {
  res.setHeader('content-type', 'application/json');
  res.end(JSON.stringify(responses[req.url!.split('?')[0]!] ?? {}));
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

const run = (words: string) =>
  runCommand(words.split(' '), `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

test.each([
  'erase --source nordwnd --yes',
  'erase --source nordwnd --dry-run',
  'ask demand --source nordwnd',
])('%s fails, and names the sources that there are', async (words) => {
  const { code, err } = await run(words);
  expect(code).toBe(1);
  expect(err).toContain(UNKNOWN);
});

test.each(['erase --source nordwind --dry-run', 'ask demand --source nordwind'])(
  '%s is no fault, though no posting of it is left',
  async (words) => {
    const { code, err } = await run(words);
    expect(code).toBe(0);
    expect(err).not.toContain('there is no source');
  },
);

test('a source without a posting may have dead letters, which are erased', async () => {
  const { code, out } = await run('erase --source letters --yes');
  expect(code).toBe(0);
  expect(out).toContain('0 postings of letters and 2 dead letters erased');
});
