// Takes each guard out of a clone of the last commit and runs the tests that must fail then: `npm run guards`.
// Prints a table, and exits 1 when a guard can be missing unnoticed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptArgs } from '../scripts/script-args.ts';
import { guards, type Guard } from './guards.ts';

scriptArgs({ usage: 'usage: npm run guards', options: {} }, () => undefined);

const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'skillstream-guards-'));
// Without its guard a test may wait for ever: that it does not end is noticed, too.
const LIMIT_MS = 240_000;
const run = (command: string, args: string[], cwd: string) =>
  spawnSync(command, args, { cwd, encoding: 'utf8', timeout: LIMIT_MS, maxBuffer: 1 << 26 });

/** How many of the tests passed and failed; one that did not end has failed, and none of either is no proof. */
const test = ({ project, path, test }: Guard['caughtBy']): { passed: number; failed: number } => {
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--json'];
  const which = ['--selectProjects', project, '--forceExit', '--testPathPatterns', path, '-t', test];
  const { stdout, signal } = run(process.execPath, [...jest, ...which], copy);
  if (signal !== null) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(stdout.slice(stdout.indexOf('{"num'))) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  return { passed: numPassedTests, failed: numFailedTests };
};

let unnoticed = 0;
try {
  run('git', ['clone', '--quiet', root, copy], root);
  // Links to the files are enough, and their copies would take minutes.
  run('cp', ['-al', join(root, 'node_modules'), copy], root);
  for (const { name, file, text, without, caughtBy } of guards) {
    const path = join(copy, file);
    const whole = readFileSync(path, 'utf8');
    const before = test(caughtBy);
    writeFileSync(
      path,
      whole.replace(text, () => without),
    );
    const after = test(caughtBy);
    writeFileSync(path, whole);
    const caught = before.passed > 0 && before.failed === 0 && after.failed > 0;
    if (!caught) unnoticed += 1;
    const how = `with it ${before.passed} passed, ${before.failed} failed; without ${after.failed} failed`;
    process.stdout.write(`${caught ? 'caught   ' : 'UNNOTICED'} ${name}: ${how}\n`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exit(unnoticed === 0 ? 0 : 1);
