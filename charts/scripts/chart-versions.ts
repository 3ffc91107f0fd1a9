// A chart that changes gets a new version: whoever has pinned one gets the same chart again.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { argv, stderr, stdout } from 'node:process';
import { parse } from 'yaml';

/** A chart at one time: its version, and those that it states of the charts that it is made of. */
export type Chart = { version: string; dependencies: Readonly<Record<string, string>> };
export type Charts = Readonly<Record<string, Chart>>;

/** What Chart.yaml says of versions. */
const chartOf = (text: string): Chart => {
  const { version, dependencies = [] } = parse(text) as {
    version: string;
    dependencies?: { name: string; version: string }[];
  };
  return { version, dependencies: Object.fromEntries(dependencies.map((one) => [one.name, one.version])) };
};

/** Whether a version comes after another: by its numbers, and a release after what went before it. */
export const isAfter = (version: string, other: string): boolean => {
  const parts = (text: string) => {
    const [numbers = '', before] = text.split('-', 2);
    return { numbers: numbers.split('.').map(Number), before };
  };
  const [a, b] = [parts(version), parts(other)];
  const at = a.numbers.findIndex((number, i) => number !== b.numbers[i]);
  if (at >= 0) return a.numbers[at]! > (b.numbers[at] ?? 0);
  if (a.before === undefined || b.before === undefined)
    return a.before === undefined && b.before !== undefined;
  return a.before > b.before;
};

/** Paths of a chart that are packed: not the values that tests read. */
const chartOfPath = (path: string): string | null =>
  /^charts\/([\w-]+)\/(?!ci\/|charts\/).+/.exec(path)?.[1] ?? null;

/**
 * Which charts changed and are called as before. A chart that packs another states its version, so a change of
 * `common` is one of every chart.
 * @param before the charts when they were last released
 * @param changed paths of the project that are not as they were then
 * @returns a line for each fault
 */
export const versionFaults = (before: Charts, now: Charts, changed: readonly string[]): string[] => {
  const names = new Set(changed.map(chartOfPath));
  const changes = Object.entries(now).flatMap(([name, { version }]) => {
    const old = before[name];
    if (old === undefined || !names.has(name) || isAfter(version, old.version)) return [];
    return [`charts/${name} has changed, and its version is ${version} after ${old.version}`];
  });
  const packed = Object.entries(now).flatMap(([name, { dependencies }]) =>
    Object.entries(dependencies)
      .filter(([other, version]) => now[other]?.version !== version)
      .map(([other, version]) => `charts/${name} packs ${other} ${version}, which is ${now[other]?.version}`),
  );
  return [...changes, ...packed];
};

const root = join(import.meta.dirname, '../..');
const git = (...args: string[]): string | null => {
  const { status, stdout: text } = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  return status === 0 ? text.trim() : null;
};
const commitOf = (name: string) => git('rev-parse', '--verify', '--quiet', `${name}^{commit}`);

/**
 * The commit that charts are compared with: the last release before this commit; without one where this branch left
 * the main one. Null where git knows neither.
 * @param left where it left the main branch, if that is known; else git is asked
 */
export const lastState = (left?: string): string | null => {
  const tag = git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*', 'HEAD^');
  if (tag !== null) return commitOf(tag);
  for (const name of [left, 'origin/main', 'main']) {
    const commit = name ? commitOf(name) : null;
    if (commit !== null) return git('merge-base', 'HEAD', commit);
  }
  return null;
};

/** The charts as they are on disk. */
export const chartsNow = (): Charts =>
  Object.fromEntries(
    globSync('charts/*/Chart.yaml', { cwd: root })
      .sort()
      .map((file) => [basename(dirname(file)), chartOf(readFileSync(join(root, file), 'utf8'))]),
  );

/** The faults of the charts on disk against a commit. */
export const faultsSince = (commit: string): string[] => {
  const lines = (text: string | null) => (text ?? '').split('\n').filter(Boolean);
  const changed = lines(git('diff', '--name-only', commit, '--', 'charts'));
  const unknown = lines(git('ls-files', '--others', '--exclude-standard', '--', 'charts'));
  const before = Object.keys(chartsNow()).flatMap((name) => {
    const text = git('show', `${commit}:charts/${name}/Chart.yaml`);
    return text === null ? [] : [[name, chartOf(text)] as const];
  });
  return versionFaults(Object.fromEntries(before), chartsNow(), [...changed, ...unknown]);
};

// node charts/scripts/chart-versions.ts [COMMIT]: says which charts need a new version, and ends with 1.
if (import.meta.main) {
  const commit = lastState(argv[2]);
  if (commit === null) stdout.write('nothing to compare the charts with\n');
  const faults = commit === null ? versionFaults({}, chartsNow(), []) : faultsSince(commit);
  for (const fault of faults) stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}
