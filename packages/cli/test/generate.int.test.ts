import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demoKey } from '../src/auth/demo-key.ts';
import { runGenerator } from '../src/generate/run-generator.ts';
import { createSendCounts, due, type SendCounts } from '../src/generate/send-counts.ts';
import { generateEndlessly } from '../src/sample/index.ts';
import { startFakeGateway } from './fake-gateway.ts';

const cli = join(import.meta.dirname, '../src/index.ts');
let gateway: Awaited<ReturnType<typeof startFakeGateway>>;
beforeEach(async () => {
  gateway = await startFakeGateway();
});
afterEach(() => gateway.stop());

const generate = async (
  total: number,
  more: { perSecond?: number; address?: string; seed?: number } = {},
) => {
  const { perSecond = 400, address = gateway.url, seed = 5 } = more;
  const counts = createSendCounts();
  await runGenerator({
    ...{ at: { address, token: async () => null }, schedule: { perSecond, total }, counts },
    ...{ postings: generateEndlessly(seed), onTick: () => undefined, patienceMs: 60_000 },
    signal: new AbortController().signal,
  });
  return counts;
};
const countsOf = ({ accepted, unchanged, rejected, unanswered, notSent }: SendCounts) => ({
  ...{ accepted, unchanged, rejected, unanswered, notSent },
});
const none = { accepted: 0, unchanged: 0, rejected: 0, unanswered: 0, notSent: 0 };

test('each posting is sent once and has a result, and the same seed again changes nothing', async () => {
  const first = await generate(200);
  expect(countsOf(first)).toEqual({ ...none, accepted: 200 });
  expect(first.latencies.count()).toBe(200);
  expect(gateway.size()).toBe(200);
  expect(countsOf(await generate(200, { perSecond: 1000 }))).toEqual({ ...none, unchanged: 200 });
  expect(countsOf(await generate(20, { seed: 6 }))).toEqual({ ...none, accepted: 20 });
});

test('while nobody listens every posting is due, counted as not sent, and the reason is known', async () => {
  const counts = await generate(40, { address: 'http://127.0.0.1:2' });
  expect(countsOf(counts)).toEqual({ ...none, notSent: 40 });
  expect(counts.reason).toContain('ECONNREFUSED');
});

test('a connection that breaks leaves its postings without a result, and the ones after it have theirs', async () => {
  let broken = false;
  gateway.intercept((_req, res) => {
    if (broken) return false;
    broken = true;
    res.destroy();
    return true;
  });
  const counts = await generate(60, { perSecond: 100 });
  expect(counts.unanswered).toBeGreaterThan(0);
  expect([counts.accepted + counts.unanswered, due(counts)]).toEqual([60, 60]);
});

test('a gateway that refuses the token ends it with that, and not with a rate', async () => {
  gateway.intercept((_req, res) => {
    const problem = {
      type: 'about:blank',
      title: 'No token',
      status: 401,
      code: 'unauthenticated',
      traceId: 'x',
    };
    res.writeHead(401, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
    return true;
  });
  await expect(generate(4000)).rejects.toThrow('the gateway refused the postings');
});

const start = (...args: string[]) => {
  const child = spawn(process.execPath, [cli, 'generate', ...args], {
    env: { ...process.env, SKILLSTREAM_GATEWAY: gateway.url },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
  const ended = async () => {
    const [code] = (await once(child, 'close')) as [number];
    return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
  };
  return { child, ended };
};

test('Ctrl-C ends it in order, with a summary of what was sent until then', async () => {
  const { child, ended } = start('--rate', '50', '--minutes', '60');
  await until('some are accepted', () => gateway.size() > 20);
  child.kill('SIGINT');
  const { code, out, err } = await ended();
  expect([code, err.includes('stopping')]).toEqual([0, true]);
  expect(out).toContain(`accepted ${gateway.size()} · unchanged 0`);
  expect(out).toMatch(/50\/s asked for, \d+\.\d\/s answered/);
  expect(out).toMatch(/half within \d+ ms/);
});

test('with a key it signs tokens that allow nothing but to send postings', async () => {
  const given: string[] = [];
  gateway.intercept((req) => {
    given.push(req.headers.authorization ?? '');
    return false;
  });
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-key-'));
  const file = join(folder, 'key.pem');
  demoKey(file);
  const { child, ended } = start('--rate', '50', '--minutes', '60', '--key', file);
  await until('some are accepted', () => gateway.size() > 0);
  child.kill('SIGTERM');
  expect((await ended()).code).toBe(0);
  rmSync(folder, { recursive: true });
  const [, claims] = given[0]!.split('.');
  expect(JSON.parse(Buffer.from(claims!, 'base64url').toString())).toMatchObject({ scope: 'postings:write' });
  const without = await start('--rate', '1', '--minutes', '1', '--key', file).ended();
  expect(without).toMatchObject({ code: 1, err: expect.stringContaining('cannot read the key') });
});

test.each([
  [['--minutes', '1'], '--rate takes a whole number from 1 to 5000'],
  [['--rate', '5001', '--minutes', '1'], '--rate takes a whole number from 1 to 5000'],
  [['--rate', '1', '--minutes', '1441'], '--minutes takes a whole number from 1 to 1440'],
  [['--rate', '1', '--minutes', '1', '--seed', '-1'], 'argument is ambiguous'],
])('bounds are checked before anything is sent: %j', async (args, message) => {
  const { code, err } = await start(...args).ended();
  expect([code, gateway.size()]).toEqual([2, 0]);
  expect(err).toContain(message);
});
