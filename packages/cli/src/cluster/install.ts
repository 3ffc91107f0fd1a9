import { CliError } from '../terminal/cli-error.ts';
import { mustRun } from './run-tool.ts';
import type { Target } from './target.ts';

const UMBRELLA = 'charts/skillstream';

/** A namespace that enforces the strictest Pod Security standard. */
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

export type InstallOptions = { tag: string | undefined; values: readonly string[]; sets: readonly string[] };

/** The arguments of `helm upgrade --install` for the options. */
export const helmValues = ({ tag, values, sets }: InstallOptions): string[] => [
  ...values.flatMap((file) => ['--values', file]),
  ...(tag === undefined ? [] : ['--set', `global.image.tag=${tag}`]),
  ...sets.flatMap((set) => ['--set', set]),
];

// The charts that the umbrella consists of are all in this project, so nothing is fetched. They are packed anew each
// time, since helm by itself (--dependency-update) packs only what is missing and would continue with old ones.
const upgrade = async ({ run, namespace, release }: Target, options: InstallOptions, ...more: string[]) => {
  await mustRun(run, 'helm', ['dependency', 'update', UMBRELLA]);
  const words = ['upgrade', '--install', release, UMBRELLA, '--namespace', namespace, ...more];
  return mustRun(run, 'helm', [...words, ...helmValues(options)]);
};

/**
 * The manifests that `install` would apply, as YAML; nothing is changed. Helm looks into the cluster for passwords
 * that are in use.
 * @throws CliError where the chart refuses the values, or Kubernetes does not know a kind
 */
export const manifestsOf = (target: Target, options: InstallOptions): Promise<string> =>
  upgrade(target, options, '--dry-run=server');

/** Whether there is the namespace. Who may not ask has one that somebody made for them. */
const isThere = async ({ run, namespace }: Target): Promise<boolean> => {
  const args = ['get', 'namespace', namespace, '--ignore-not-found', '-o', 'name'];
  const { code, out, complaint } = await run('kubectl', args);
  if (code === 0) return out.trim() !== '';
  if (/forbidden/i.test(complaint)) return true;
  throw new CliError(`kubectl get namespace: ${complaint.trim()}`);
};

/**
 * Installs or upgrades the release; returns when Kubernetes has accepted it, not when it runs. Values that the chart
 * refuses change nothing. A namespace that is there stays as it is: others may have pods in it.
 * @returns whether it made the namespace
 */
export const install = async (
  target: Target,
  options: InstallOptions,
): Promise<{ madeNamespace: boolean }> => {
  await manifestsOf(target, options);
  const madeNamespace = !(await isThere(target));
  if (madeNamespace)
    await mustRun(target.run, 'kubectl', ['create', '-f', '-'], namespaceManifest(target.namespace));
  await upgrade(target, options);
  return { madeNamespace };
};
