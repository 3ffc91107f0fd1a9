import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { runCommand } from './platform/run-command.ts';
import { sendAll } from './platform/send.ts';
import { localTokens } from './platform/token.ts';

// Profiles and snapshots of real services at work, as whoever is on call takes them.
let platform: Platform;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'skillstream-debug-e2e-'));
  platform = await startPlatform();
});
afterAll(async () => {
  await platform?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const postingsOf = (seed: number, count: number) =>
  [...generateSample({ seed, count, firstMonth: '2024-01' })].map((sample) => sample.posting);
const debug = async (name: 'tagging' | 'gateway', words: string[], file: string) => {
  const token = await localTokens();
  const address = platform.service(name).url;
  const rest = [...words, '--address', address, '-o', join(folder, file)];
  return runCommand(['debug', name, ...rest], token === null ? {} : { SKILLSTREAM_TOKEN: token });
};

test('a service is profiled while it tags: it goes on answering, tells its functions, and no posting is missing', async () => {
  const profiled = debug('tagging', ['--cpu', '6s'], 'tagging.cpuprofile');
  let over = false;
  void profiled.finally(() => (over = true));
  const postings = postingsOf(3, 1500);
  await sendAll(platform.url, postings);
  const ready: number[] = [];
  await until('the profile is taken', async () => {
    ready.push((await fetch(`${platform.service('tagging').url}/readyz`)).status);
    return over;
  });
  // The answer of an engine may be late on a busy machine; the process itself stands still at no time.
  expect(ready).toContain(200);
  expect(ready.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  await platform.service('tagging').ready();
  const { code, out, err } = await profiled;
  expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('goes on working') });
  expect(out).toMatch(/busy \d+\.\d %, of it garbage collection/);
  // Its own code by file and line, which is what one looks for.
  expect(out).toMatch(/packages\/\w+\/src\/[\w/-]+\.ts:\d+/);
  expect((await platform.settled()).total).toMatchObject({ accepted: postings.length, inFlight: 0 });
});

test('a snapshot says first what it costs, then what holds the memory; the service goes on afterwards', async () => {
  const { code, out, err } = await debug('gateway', ['--heap'], 'gateway.heapsnapshot');
  expect({ code, err }).toMatchObject({
    code: 0,
    err: expect.stringMatching(/stands the process still.*\n/),
  });
  expect(out).toMatch(/space of the heap[\s\S]+retained[\s\S]+constructor[\s\S]+Chrome DevTools/);
  const file = statSync(join(folder, 'gateway.heapsnapshot'));
  expect(file.mode & 0o777).toBe(0o600);
  expect(file.size).toBeGreaterThan(1e6);
  expect((await fetch(`${platform.url}/healthz`)).status).toBe(200);
  await sendAll(platform.url, postingsOf(4, 20));
  expect((await platform.settled()).total).toMatchObject({ inFlight: 0, deadLettered: 0 });
});

test('without a token nobody takes anything', async () => {
  const words = ['debug', 'gateway', '--cpu', '1', '--address', platform.url, '-o', join(folder, 'none')];
  expect(await runCommand(words)).toMatchObject({ code: 1, err: expect.stringContaining('gateway refuses') });
});
