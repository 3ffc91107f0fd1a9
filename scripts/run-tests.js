// Runs every check in order, goes on after one that fails, and ends with `N passed, N failed`; where results are
// cached, with `N passed (N cached), N failed`.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runJest } from './run-jest.js';
import { runTurbo } from './run-turbo.js';
import { root } from './root.js';

const results = join(root, '.skillstream/test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const turbo =
  (...tasks) =>
  () =>
    runTurbo(tasks);

const jest =
  (project, ...args) =>
  async () => ({ ...(await runJest(project, { file: join(results, `${project}.json`), args })), cached: 0 });

// Jest by itself leaves a core free, which of two is half the machine. A file of e2e is a platform with its engines:
// while one waits for its rebalances another works, and more than two would take all memory.
const suites = [
  ['lint', turbo('lint')],
  ['format', turbo('format:check')],
  ['types', turbo('types')],
  ['unused', turbo('unused')],
  ['unit', turbo('test:unit', 'test:root')],
  ['int', jest('int', '--maxWorkers=2')],
  ['e2e', jest('e2e', '--maxWorkers=2')],
];
/**
 * Run only when they are named: they take minutes, or need Chromium, the shared data, Python, Prometheus, a Docker
 * engine, helm, or a cluster.
 */
const onRequest = [
  // Mostly waiting for brokers to come back: two files at a time.
  ['failover', jest('failover', '--maxWorkers=2')],
  ['browser', jest('browser')],
  ['attack', jest('attack')],
  ['quality', jest('quality')],
  ['api', jest('api')],
  ['rules', jest('rules', '--runInBand')],
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

const line = ({ passed, cached, failed }) =>
  `${passed} passed${cached ? ` (${cached} cached)` : ''}, ${failed} failed`;

const total = { passed: 0, failed: 0, cached: 0 };
const chosen = wanted.length > 0 ? all.filter(([name]) => wanted.includes(name)) : suites;
for (const [name, suite] of chosen) {
  if (stopped) continue;
  process.stdout.write(`\n== ${name}\n`);
  const startedMs = performance.now();
  const counts = await suite();
  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(`-- ${name}: ${line(counts)} in ${seconds} s\n`);
}
if (stopped) process.stdout.write('\nstopped before the end\n');
process.stdout.write(`\n${line(total)}\n`);
process.exit(total.failed > 0 || stopped ? 1 : 0);
