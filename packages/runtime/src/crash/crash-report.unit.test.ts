import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { appError } from '@skillstream/errors';
import fc from 'fast-check';
import { crashReport, shortForm, type ProcessFacts } from './crash-report.ts';
import { createLastLines } from './last-lines.ts';
import { storeReport } from './store-report.ts';
import { withoutSecrets } from './without-secrets.ts';

const facts: ProcessFacts = {
  ...{ service: 'tagging', replica: 'tagging-1-abc', uptimeSeconds: 12.4 },
  versions: { skillstream: '0.1.0', node: 'v24.0.0' },
  memory: { residentBytes: 120e6, heapUsedBytes: 50e6, externalBytes: 1e6 },
  eventLoop: { utilization: 0.42, p99Ms: 7, longestMs: 80 },
};
const at = new Date('2026-11-28T07:30:00.000Z');
const posting = 'We look for somebody called Ann who knows Go';
const jwt = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl';
const reportOf = (error: unknown, lines: string[] = []) =>
  crashReport(error, 'uncaughtException', facts, lines, at);
const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('a crash report', () => {
  test('says what happened, where, how the process was, and what it logged last', () => {
    const report = reportOf(new TypeError('x is not a function'), ['{"msg":"one"}']);
    expect(report).toMatchObject({
      ...{ service: 'tagging', reason: 'uncaught exception', error: 'TypeError', memory: facts.memory },
      summary: expect.stringMatching(
        /^TypeError at .*crash-report\.unit\.test.*, uncaught exception after 12 s$/,
      ),
      lastLines: ['{"msg":"one"}'],
    });
    expect(report.stack[0]).toContain('crash-report.unit.test');
    expect(crashReport(new Error(), 'unhandledRejection', facts, [], at).reason).toBe('start failed');
  });

  test('names what caused the error, and an end of our own by its message', () => {
    const cause = new RangeError('1');
    expect(reportOf(appError('misconfigured', 'the broker has no topics', { cause }))).toMatchObject({
      ...{ error: 'the broker has no topics', causes: ['RangeError'] },
    });
  });

  test.each<[string, unknown]>([
    ['a parser', thrownBy(() => JSON.parse(posting))],
    ['an operator', thrownBy(() => 'x' in (posting as unknown as object))],
    ['a message with a token', new Error(`refused: Bearer ${jwt}`)],
    ['a URL with a password', appError('unavailable', 'mongodb://ann:secret@db/x is away')],
    ['a stack with a message of several lines', new Error(`${posting}\n    at ${jwt}`)],
    ['what is no error', posting],
  ])('of %s holds no text of a posting and no secret', (_what, error) => {
    const report = reportOf(error, [`{"authorization":"Bearer ${jwt}","url":"redis://:secret@r:1"}`]);
    for (const text of [JSON.stringify(report), shortForm(report)])
      for (const secret of [jwt, 'secret', 'Ann', 'c2lnbmF0dXJl']) expect(text).not.toContain(secret);
  });

  test('fits in its short form into what Kubernetes keeps, the newest lines first to stay', () => {
    const lines = fc.array(fc.string({ unit: 'grapheme', maxLength: 900 }), { maxLength: 50 });
    fc.assert(
      fc.property(lines, (all) => {
        const text = shortForm(reportOf(new Error('x'), all));
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
        expect(text).toMatch(/^crash report: Error/);
      }),
    );
    const numbered = Array.from({ length: 50 }, (_, i) => `${i} ${'x'.repeat(200)}`);
    const text = shortForm(reportOf(new Error('x'), numbered));
    expect(text).toContain('\n49 xxx');
    expect(text).not.toContain('\n0 xxx');
  });

  test('is a file for its owner alone; of a service that crashes all the time ten are kept', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'skillstream-crash-')), 'reports');
    try {
      for (let second = 0; second < 15; second += 1)
        storeReport(folder, { ...reportOf(new Error('x')), at: new Date(second * 1000).toISOString() }, 7);
      const files = readdirSync(folder).sort();
      expect(files).toHaveLength(10);
      expect(files.at(-1)).toBe('crash-tagging-19700101T000014000Z-7.json');
      expect(statSync(join(folder, files[0]!)).mode & 0o777).toBe(0o600);
      expect(JSON.parse(readFileSync(join(folder, files[0]!), 'utf8'))).toMatchObject({ error: 'Error' });
    } finally {
      rmSync(join(folder, '..'), { recursive: true });
    }
  });
});

test('the last lines are the newest, in their order, each cut', () => {
  const lines = createLastLines(3, 5);
  expect(lines.all()).toEqual([]);
  for (const line of ['a\n', 'b\n', 'c\n', 'd1234567\n']) lines.add(line);
  expect(lines.all()).toEqual(['b', 'c', 'd1234']);
});

test.each([
  [`token ${jwt}.`, 'token [token].'],
  ['Authorization: Bearer abc.def', 'Authorization: Bearer [credentials]'],
  ['mongodb://u:p@h/db and redis://:p@r:1', 'mongodb://[credentials]@h/db and redis://[credentials]@r:1'],
  ['-----BEGIN EC PRIVATE KEY-----\nabc', '[private key]'],
  ['http://127.0.0.1:4100/a@b is an address', 'http://127.0.0.1:4100/a@b is an address'],
])('%j is told as %j', (text, told) => {
  expect(withoutSecrets(text)).toBe(told);
});
