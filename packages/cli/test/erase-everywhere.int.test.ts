import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { runCommand } from './run-load.ts';

const counts = { accepted: 1, pending: 0, inFlight: 0, counted: 1, deadLettered: 0 };
const holds: Record<string, number> = { alpha: 3, beta: 2, gamma: 0, delta: 1 };
let failing: string[] = [];
/** What is answered to who asks how far an erasure is, one status after the other, instead of that. */
let refusals: Record<string, number[]> = {};
let ledger: object = {};
let erased: string[] = [];

const problem = {
  type: 'urn:x',
  title: 'Away',
  status: 503,
  code: 'unavailable',
  detail: 'the store is away',
};
const runOf = (source: string, id: string, more: object) => ({
  ...{ id, source, state: 'ended', phase: 'letters', startedAt: '2026-11-30T00:00:00.000Z' },
  ...{ endedAt: '2026-11-30T00:00:01.000Z', matching: true, total: 9, done: 9, letters: 1 },
  ...{ unmigrated: 0, failures: 0, reason: null, again: false, erased: holds[source], ...more },
});
const answer = (method: string, url: URL, body: string): object | null => {
  if (url.pathname === '/v1/ledger') return ledger;
  const [, source = '', what] = /^\/v1\/sources\/([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
  if (failing.includes(source)) return null;
  if (what === 'erasure/preview')
    return {
      source,
      postings: holds[source],
      complete: true,
      examples: holds[source] ? [`${source}.1`] : [],
    };
  if (method === 'POST') {
    erased.push(`${source} ${(JSON.parse(body) as { matching: string }).matching}`);
    // Another one is in progress, of which other figures are told; the own one follows it.
    return runOf(source, 'first', { state: 'running', endedAt: null, erased: 77, again: true, next: 'own' });
  }
  return runOf(
    source,
    url.searchParams.get('id') ?? 'first',
    url.searchParams.get('id') === 'own' ? {} : { erased: 77 },
  );
};
const addresses: string[] = [];
const serve = async (req: IncomingMessage, res: ServerResponse) => {
  addresses.push(req.url!);
  const body = await text(req);
  const refused = req.method === 'GET' ? refusals[req.url!.split('/')[3] ?? '']?.shift() : undefined;
  const found = refused ? null : answer(req.method!, new URL(req.url!, 'http://x'), body);
  res.writeHead(found ? 200 : (refused ?? 503), {
    'content-type': found ? 'application/json' : 'application/problem+json',
  });
  res.end(JSON.stringify(found ?? { ...problem, status: refused ?? problem.status }));
};
const server = createServer((req, res) => void serve(req, res));
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());
beforeEach(() => {
  [failing, erased, refusals] = [[], [], {}];
  const nameless = { source: '(undecodable)', ...counts, deadLettered: 2 };
  const rows = [nameless, ...Object.keys(holds).map((source) => ({ source, ...counts }))];
  ledger = { rows, total: { source: '(total)', ...counts }, idle: true, balanced: true };
});
const run = (...words: string[]) =>
  runCommand(['erase', ...words], `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
const everywhere = (...words: string[]) => run('--all-sources', '--matching', 'Jane Doe', ...words);

test('a person is erased from all sources, each of which reports its own figures', async () => {
  const { code, out, err } = await everywhere('--yes');
  expect(code).toBe(0);
  expect(err).toContain('2 dead letters without a source stay as they are');
  expect(out).toContain('to erase: 6 postings with "Jane Doe" of 3 sources of 4');
  expect(out).toMatch(/alpha +│? *3 +│? *alpha\.1/);
  expect(out).toContain('6 postings and 4 dead letters of 4 sources erased');
  expect(erased.toSorted()).toEqual(['alpha Jane Doe', 'beta Jane Doe', 'delta Jane Doe', 'gamma Jane Doe']);
  // Addresses are logged on their way.
  expect(addresses.join()).not.toMatch(/jane|doe/i);
});

test('nothing is erased by a plan alone, nor where nobody says yes', async () => {
  const dry = await everywhere('--dry-run');
  expect([dry.code, dry.out]).toEqual([0, expect.stringContaining('would erase: 6 postings')]);
  const asked = await everywhere();
  expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('--yes')]);
  expect(erased).toEqual([]);
});

test('after a source that fails the others are erased, and it is named', async () => {
  failing = ['beta'];
  const { code, out, err } = await everywhere('--yes');
  expect(code).toBe(1);
  expect(erased).toHaveLength(3);
  expect(out).toContain('4 postings and 3 dead letters of 3 sources erased');
  expect(out).toContain('failed: ');
  expect(err).toContain('not erased: beta');
  expect((await everywhere('--dry-run')).code).toBe(1);
});

test('a gateway that is away for a moment does not end what is followed', async () => {
  refusals = { beta: [503, 503] };
  const { code, out } = await everywhere('--yes');
  expect(code).toBe(0);
  expect(out).toContain('6 postings and 4 dead letters of 4 sources erased');
});

test('of a source whose erasure has begun it is not said that it was not erased', async () => {
  refusals = { beta: [403] };
  failing = ['delta'];
  const { code, err } = await everywhere('--yes');
  expect(code).toBe(1);
  expect(err).toContain('not erased: delta');
  expect(err).toContain('begun, and not known to have ended: beta');
});

test('while a service is away, so that not all sources are known, nothing is erased', async () => {
  ledger = { ...ledger, away: [{ part: 'tagging', reason: 'nobody listens there', ageSeconds: 3 }] };
  const { code, err } = await everywhere('--yes');
  expect([code, err]).toEqual([1, expect.stringContaining('not all sources are known')]);
  expect(erased).toEqual([]);
});

test.each([
  ['without a text', ['--all-sources', '--yes'], '--matching'],
  ['with a text that is too short', ['--all-sources', '--matching', 'ab'], '3 characters'],
  ['with a source', ['--all-sources', '--source', 'alpha', '--matching', 'Jane'], 'which?'],
])('%s it is wrong usage', async (_what, words, said) => {
  const { code, err } = await run(...words);
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  expect(erased).toEqual([]);
});
