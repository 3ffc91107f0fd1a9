import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../platform/paths.ts';
import { mustRun } from './run-tool.ts';
import type { Target } from './target.ts';

export const UMBRELLA = 'charts/skillstream';

/** A namespace that refuses whatever the strictest Pod Security standard refuses. */
export const namespaceManifest = (name: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: Object.fromEntries(
        ['enforce', 'audit', 'warn'].map((mode) => [`pod-security.kubernetes.io/${mode}`, 'restricted']),
      ),
    },
  });

/** The charts that have dependencies, those that others depend on first. */
const chartsWithDependencies = (): string[] => {
  const folder = join(projectRoot, 'charts');
  const found = readdirSync(folder)
    .map((name) => `charts/${name}`)
    .filter((chart) => existsSync(join(projectRoot, chart, 'Chart.yaml')))
    .filter((chart) =>
      readFileSync(join(projectRoot, chart, 'Chart.yaml'), 'utf8').includes('dependencies:'),
    );
  return [...found.filter((chart) => chart !== UMBRELLA), UMBRELLA];
};

/** Gathers the charts into the umbrella; all of them are in this project, so nothing is fetched. */
export const buildDependencies = async ({ run }: Pick<Target, 'run'>): Promise<void> => {
  for (const chart of chartsWithDependencies()) await mustRun(run, 'helm', ['dependency', 'build', chart]);
};

export type InstallOptions = { tag: string | undefined; values: readonly string[]; sets: readonly string[] };

/** The words of `helm upgrade --install` that stand for the options. */
export const helmValues = ({ tag, values, sets }: InstallOptions): string[] => [
  ...values.flatMap((file) => ['--values', file]),
  ...(tag === undefined ? [] : ['--set', `global.image.tag=${tag}`]),
  ...sets.flatMap((set) => ['--set', set]),
];

/** Installs or upgrades the release; returns when Kubernetes has taken it, not when it runs. */
export const install = async (
  { run, namespace, release }: Target,
  options: InstallOptions,
): Promise<void> => {
  await mustRun(run, 'kubectl', ['apply', '-f', '-'], namespaceManifest(namespace));
  const words = ['upgrade', '--install', release, UMBRELLA, '--namespace', namespace, ...helmValues(options)];
  await mustRun(run, 'helm', words);
};
