import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

// Sets the title, clears the screen, starts a new line, changes the direction: control sequences of a terminal.
const EVIL = '\u001b]0;owned\u0007\u001b[2J\r\nforged line\u009b31m\u202e';
const share = { count: 1, population: 2, share: 0.5, low: 0.1, high: 0.9 };
const row = { accepted: 1, pending: 0, inFlight: 0, counted: 1, deadLettered: 0 };
const about = {
  filter: { [EVIL]: EVIL },
  population: 2,
  answeredFrom: { model: 'views', caughtUp: true, viewVersion: EVIL },
};
const pay = { count: 1, p10: 1, p25: 1, median: 1, p75: 1, p90: 1 };
const months = [{ month: EVIL, ...share, a: share, b: share }];
const side = { skillId: EVIL, name: EVIL, ...share, pay };
const difference = {
  ...{ kind: 'missing', postingId: EVIL, accepted: { version: 1, retracted: false }, counted: null },
  ...{ model: 'views', partition: 0, key: EVIL, field: EVIL, expected: EVIL, found: EVIL },
};
const zero = { pending: 0, deadLettered: 0, retractedWithoutFact: 0 };
const claim = { id: EVIL, says: EVIL, because: EVIL, expect: { atLeast: 0.5 }, verdict: 'holds' };
const group = { count: 1, median: 1, low: 1, high: 1 };
const responses: Record<string, object> = {
  '/v1/demand': { ...about, skills: [side], categories: [{ ...share, category: EVIL }] },
  '/v1/skills/x/trend': { ...about, skillId: EVIL, months },
  '/v1/skills/x/pairs': { ...about, skillId: EVIL, count: 1, pairs: [{ ...side, lift: 1 }] },
  '/v1/skills/x/salary': { ...about, skillId: EVIL, with: pay, without: pay },
  '/v1/salaries': { ...about, by: 'role', all: pay, groups: [{ name: EVIL, ...pay }], skills: [side] },
  '/v1/compare': {
    ...about,
    by: 'role',
    a: { ...side, filter: about.filter },
    b: { ...side, filter: about.filter },
    skills: [{ ...side, a: share, b: share, difference: 0, low: 0, high: 0 }],
  },
  '/v1/compare/skills': { ...about, a: side, b: side, months },
  '/v1/reports': { reports: [{ id: EVIL, title: EVIL }] },
  '/v1/report/x': {
    ...{ ...about, id: EVIL, title: EVIL, source: EVIL },
    claims: [
      { ...claim, share, parts: [{ name: EVIL, ...share }] },
      {
        ...claim,
        pay: [{ region: EVIL, population: 1, with: group, without: group, ratio: null, verdict: 'holds' }],
      },
    ],
  },
  '/v1/status': {
    services: {
      [EVIL]: { unreachable: EVIL },
      b: { ready: false, checks: { [EVIL]: { ok: false, detail: EVIL } } },
    },
    consumers: [
      {
        group: EVIL,
        topic: EVIL,
        lag: 1,
        caughtUp: false,
        partitions: [{ partition: 0, next: 0, end: 1, lag: 1 }],
      },
    ],
    away: [{ part: 'tagging', reason: EVIL, ageSeconds: 3 }],
  },
  '/v1/ledger': {
    ...{ rows: [{ source: EVIL, ...row }], total: { source: EVIL, ...row }, idle: true, balanced: true },
    away: [{ part: EVIL, reason: EVIL, ageSeconds: 3 }],
  },
  '/v1/verify': {
    ...{ id: 'x', state: 'done', partitionsDone: 1, partitions: 1, postings: 1, numbersCompared: 1 },
    ...{ differences: [difference], differenceCount: 2, error: EVIL },
  },
  '/v1/reconciliation': {
    ...{ counts: { postings: 1, ...zero }, differences: [difference], settled: true, next: null },
  },
};

const server = createServer((req, res) => {
  req.resume();
  const response = responses[req.url!.split('?')[0]!];
  if (response) return void res.setHeader('content-type', 'application/json').end(JSON.stringify(response));
  res.writeHead(400, { 'content-type': 'application/problem+json' });
  const faults = [{ path: EVIL, message: EVIL }];
  res.end(JSON.stringify({ type: EVIL, title: EVIL, detail: EVIL, status: 400, code: EVIL, faults }));
});
let address: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const run = async (words: string) => {
  const cli = join(import.meta.dirname, '../src/index.ts');
  const child = spawn(process.execPath, [cli, ...words.split(' '), '--gateway', address]);
  child.stdin.end();
  const [out, err] = await Promise.all([child.stdout.toArray(), child.stderr.toArray(), once(child, 'exit')]);
  return { out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
};

test.each([
  'ask demand',
  'ask trend x',
  'ask trend unknown',
  'ask pairs x',
  'ask salary x',
  'ask salaries',
  'ask compare x x',
  'ask compare x x --by skill',
  'report',
  'report x',
  'report unknown',
  'status',
  'verify',
  'load -',
])(
  'of what a foreign gateway answers to %s a terminal obeys nothing, and no line is forged',
  async (words) => {
    const forms = words.startsWith('load') ? [''] : ['', ' --json'];
    const responses = await Promise.all(
      forms.map(async (form) => ({ form, ...(await run(`${words}${form}`)) })),
    );
    for (const { form, out, err } of responses) {
      expect(out + err).toContain('owned');
      // Line ends are the command's own.
      expect(out + err).not.toMatch(/[^\P{C}\n\p{Cn}\p{Co}]|[\p{Zl}\p{Zp}]/u);
      expect(out + err).not.toMatch(/^forged/m);
      expect(err).not.toContain('    at ');
      if (form !== '' && out !== '') expect(() => JSON.parse(out) as unknown).not.toThrow();
    }
  },
);
