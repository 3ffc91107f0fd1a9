// Runs the suites that are named, or those that need only the JDK and Maven, in order; `int+e2e` are two that run
// together. Goes on after one that fails, and ends with `N passed, N failed`; where results are cached, with
// `N passed (N cached), N failed`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runJest } from './run-jest.js';
import { runTurbo } from './run-turbo.js';
import { root } from './root.js';
import { checks, findProjects, suiteNames, unnamed } from './suites.js';

const results = join(root, '.skillstream/test-results');
mkdirSync(results, { recursive: true });

/** @returns what runs the suites of that name; undefined where there are none */
const runnerOf = (name) => {
  if (Object.hasOwn(checks, name)) return () => runTurbo(checks[name]);
  const found = findProjects(name);
  if (found === null) return undefined;
  const file = join(results, `${name}.json`);
  const args = [`--maxWorkers=${found.workers}`];
  return async () => ({ ...(await runJest(found.projects, { file, args })), cached: 0 });
};

const named = process.argv.slice(2);
const wanted = (named.length > 0 ? named : unnamed).map((name) => ({ name, run: runnerOf(name) }));
const unknown = wanted.filter(({ run }) => run === undefined).map(({ name }) => name);
if (unknown.length > 0) {
  process.stderr.write(`no suite ${unknown.join(', ')}; there are ${suiteNames.join(', ')}\n`);
  process.exit(2);
}
// A suite in progress gets Ctrl-C from the terminal itself; it stops its engines, then nothing more is begun.
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (stopped = true));

const line = ({ passed, cached, failed }) =>
  `${passed} passed${cached ? ` (${cached} cached)` : ''}, ${failed} failed`;

const total = { passed: 0, failed: 0, cached: 0 };
for (const { name, run } of wanted) {
  if (stopped) continue;
  process.stdout.write(`\n== ${name}\n`);
  const startedMs = performance.now();
  const counts = await run();
  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(`-- ${name}: ${line(counts)} in ${seconds} s\n`);
}
if (stopped) process.stdout.write('\nstopped before the end\n');
process.stdout.write(`\n${line(total)}\n`);
process.exit(total.failed > 0 || stopped ? 1 : 0);
