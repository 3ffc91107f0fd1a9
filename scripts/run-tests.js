// Runs every check in order, goes on after one that fails, and ends with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { root } from './set-up.js';

const results = join(root, '.skillstream/test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** How long a suite may take to exit after its last test, in ms: long enough for engines to stop. */
const EXIT_WITHIN_MS = 60_000;

/** Runs node with the arguments; true if it succeeded. One that stays after it has written `file` is ended, and fails. */
const run = (args, file) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    let writtenMs;
    const watch = setInterval(() => {
      if (writtenMs === undefined && file && existsSync(file)) writtenMs = performance.now();
      if (writtenMs === undefined || performance.now() - writtenMs < EXIT_WITHIN_MS) return;
      process.stderr.write('every test has ended, but a test has left something open: the suite is ended\n');
      clearInterval(watch);
      child.kill('SIGKILL');
    }, 1_000);
    const end = (ok) => {
      clearInterval(watch);
      resolve(ok);
    };
    child.on('error', () => end(false));
    child.on('exit', (code) => end(code === 0));
  });

const check = (args) => async () => ((await run(args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

const jest =
  (project, ...more) =>
  async () => {
    const file = join(results, `${project}.json`);
    const args = ['--selectProjects', project, '--json', `--outputFile=${file}`, ...more];
    const jestArgs = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...args];
    const ok = await run(jestArgs, file);
    try {
      const found = JSON.parse(readFileSync(file, 'utf8'));
      const failed = found.numFailedTests + found.numRuntimeErrorTestSuites;
      // Jest can fail without a failed test (its set-up, say): that is a failure all the same.
      return { passed: found.numPassedTests, failed: ok ? failed : Math.max(1, failed) };
    } catch {
      return { passed: 0, failed: 1 };
    }
  };

// Jest by itself leaves a core free, which of two is half the machine. A file of e2e is a platform with its engines:
// while one waits for its rebalances another works, and more than two would take all memory.
const suites = [
  ['lint', check(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'])],
  ['format', check(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'])],
  ['types', check(['node_modules/typescript-native/bin/tsc', '--noEmit'])],
  ['unused', check(['node_modules/knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors'])],
  ['unit', jest('unit', '--maxWorkers=100%')],
  ['int', jest('int', '--maxWorkers=2')],
  ['e2e', jest('e2e', '--maxWorkers=2')],
];
/** Run only when they are named: they take minutes, or need the shared data, Python, a Docker engine, helm, or a cluster. */
const onRequest = [
  // Mostly waiting for brokers to come back: two files at a time.
  ['failover', jest('failover', '--maxWorkers=2')],
  ['attack', jest('attack')],
  ['quality', jest('quality')],
  ['api', jest('api')],
  ['docker', jest('docker')],
  ['charts', jest('charts')],
  // One cluster for all: a file at a time.
  ['cluster', jest('cluster', '--runInBand')],
  ['endurance', jest('endurance', '--runInBand')],
];

const wanted = process.argv.slice(2);
const all = [...suites, ...onRequest];
const unknown = wanted.filter((name) => !all.some(([suite]) => suite === name));
if (unknown.length > 0) {
  process.stderr.write(`no suite ${unknown.join(', ')}; there are ${all.map(([s]) => s).join(', ')}\n`);
  process.exit(2);
}
// A suite in progress gets Ctrl-C from the terminal itself; it stops its engines, then nothing more is begun.
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (stopped = true));

let passed = 0;
let failed = 0;
const chosen = wanted.length > 0 ? all.filter(([name]) => wanted.includes(name)) : suites;
for (const [name, suite] of chosen) {
  if (stopped) continue;
  process.stdout.write(`\n== ${name}\n`);
  const startedMs = performance.now();
  const result = await suite();
  passed += result.passed;
  failed += result.failed;
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(
    `-- ${name}: ${result.failed ? `${result.failed} failed, ` : ''}${result.passed} passed in ${seconds} s\n`,
  );
}
if (stopped) process.stdout.write('\nstopped before the end\n');
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 || stopped ? 1 : 0);
