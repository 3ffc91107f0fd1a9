import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readScriptArgs, scriptNumber } from './script-args.ts';

const folder = join(import.meta.dirname, '..');
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const run = (file: string, ...args: string[]) =>
  spawnSync(process.execPath, ['--no-warnings', join(folder, file), ...args], { encoding: 'utf8' });

// A script is what says how it is used; what others import, or start as a process, takes no arguments.
const scripts = globSync('{trees,bench,failover,chaos,firings,guards,scripts}/*.ts', { cwd: folder }).filter(
  (file) => textOf(file).includes("usage: 'usage: "),
);

test('every script that people start is among these, and none reads its arguments by itself', () => {
  expect(scripts).toEqual(
    expect.arrayContaining([
      ...['bench/gateway.ts', 'bench/memory.ts', 'bench/relay.ts', 'bench/tagging.ts', 'bench/verify.ts'],
      ...['bench/two-versions.ts', 'chaos/chaos.ts', 'failover/run-many.ts', 'guards/take-out.ts'],
      ...['firings/firings.ts', 'firings/standstill.ts'],
      ...['trees/load.ts', 'trees/upgrade.ts', 'scripts/lose-posting.ts', 'scripts/publish-nonsense.ts'],
    ]),
  );
  const byThemselves = globSync('{trees,bench,failover,chaos,firings,guards}/*.ts', { cwd: folder }).filter(
    (file) => /process\.argv|parseArgs/.test(textOf(file)),
  );
  expect(byThemselves).toEqual([]);
});

// Of the others the rule below is enough: to start them all takes a minute, for what they import.
const light = ['guards/take-out.ts', 'failover/run-many.ts'];

test.each(light)('%s --help says how it is used and starts nothing', (file) => {
  const stdout = expect.stringMatching(/^usage: /);
  expect(run(file, '--help')).toMatchObject({ status: 0, stdout, stderr: '' });
});

test.each(light)('%s refuses an option that it does not know, and starts nothing', (file) => {
  expect(run(file, '--sede', '7')).toMatchObject({
    ...{ status: 2, stdout: '' },
    stderr: expect.stringMatching(/Unknown option '--sede'[^]*\nusage: /),
  });
});

test('an option that nobody knows is refused', () => {
  expect(() => readScriptArgs({ usage: '', options: {} }, ['--sede', '7'])).toThrow(
    "Unknown option '--sede'",
  );
});

test.each([
  [['a', 'b'], 'unexpected: b'],
  [[], 'something is missing'],
])('words %p are refused: %s', (args, message) => {
  const spec = { usage: '', options: {}, words: { min: 1, max: 1 } };
  expect(() => readScriptArgs(spec, args)).toThrow(message);
});

test.each(['0', '-1', '1.5', '1e3', 'x', '', '99999999999', ' 1'])('"%s" is no number of minutes', (text) => {
  expect(() => scriptNumber('--minutes', text)).toThrow('--minutes takes a whole number from 1 to');
});
