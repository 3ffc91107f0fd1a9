import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const runtime = new URL('../index.ts', import.meta.url).href;
const SECRET = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl';

/** Runs a service that does this after its start, to its end. */
const runService = (work: string, level = 'info', inKubernetes = true) => {
  const place = mkdtempSync(join(tmpdir(), 'skillstream-termination-'));
  const terminationLog = join(place, 'log');
  if (inKubernetes) writeFileSync(terminationLog, '');
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-crashing-'));
  try {
    const code = `
      import { createLog, logStrayRejections, reportCrashes } from '${runtime}';
      const log = createLog('tagging', '${level}');
      logStrayRejections(log);
      reportCrashes(log, { CRASH_REPORT_DIR: '${folder}' }, '${terminationLog}');
      log.info('tagging began');
      const alive = setInterval(() => undefined, 1000);
      ${work}`;
    const result = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    const lines = result.stdout.split('\n').filter(Boolean);
    const last = JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;
    const [told] = readdirSync(place).map((name) => readFileSync(join(place, name), 'utf8'));
    return { ...result, last, told, files: readdirSync(folder) };
  } finally {
    rmSync(place, { recursive: true });
    rmSync(folder, { recursive: true });
  }
};

describe('a process that crashes', () => {
  test('leaves a last line in its log, with what it logged before, and a file', () => {
    const { status, last, told, files, stderr } = runService(`
      const letGo = () => { throw new TypeError('of ${SECRET}'); };
      setTimeout(letGo, 20);`);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(last).toMatchObject({
      ...{ level: 'fatal', service: 'tagging', msg: 'crash report' },
      report: {
        ...{ service: 'tagging', reason: 'uncaught exception', error: 'TypeError' },
        summary: expect.stringContaining('letGo'),
        versions: { node: process.version },
        lastLines: [expect.stringContaining('tagging began')],
      },
    });
    expect(JSON.stringify(last) + told).not.toContain(SECRET);
    expect(told).toMatch(/^crash report: TypeError at .*letGo.*\n[\s\S]*tagging began/);
    expect(files).toEqual([expect.stringMatching(/^crash-tagging-\d{8}T\d+Z-\d+\.json$/)]);
  });

  test('makes no file for Kubernetes where that is not', () => {
    const { status, told } = runService(`setTimeout(() => { throw new Error('x'); }, 5);`, 'info', false);
    expect({ status, told }).toEqual({ status: 1, told: undefined });
  });

  test('at its start says so', () => {
    const { status, last } = runService(`await Promise.reject(new RangeError('no'));`);
    expect(status).toBe(1);
    expect(last).toMatchObject({ report: { reason: 'start failed', error: 'RangeError' } });
  });

  test('by what is no error ends all the same', () => {
    const { status, last } = runService(`setTimeout(() => { throw 'a text'; }, 5);`);
    expect(status).toBe(1);
    expect(last).toMatchObject({ report: { error: 'thrown: string', stack: [] } });
  });

  test('with a silent log leaves its file', () => {
    const { status, stdout, files } = runService(`setTimeout(() => { throw new Error('x'); }, 5);`, 'silent');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(files).toHaveLength(1);
  });
});

test('a rejection that nobody handles, of a driver whose engine is away, is a line and no end', () => {
  const { status, last, files } = runService(`
    Promise.reject(new Error('connect ECONNREFUSED'));
    setTimeout(() => process.exit(0), 50);`);
  expect(status).toBe(0);
  expect(last).toMatchObject({ msg: 'stray rejection' });
  expect(files).toEqual([]);
});
