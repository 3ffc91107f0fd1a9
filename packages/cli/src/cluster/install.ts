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

/** The manifests that `install` would apply, as YAML; nothing is changed. */
export const manifestsOf = (target: Target, options: InstallOptions): Promise<string> =>
  upgrade(target, options, '--dry-run=client');

/** Installs or upgrades the release; returns when Kubernetes has accepted it, not when it runs. */
export const install = async (target: Target, options: InstallOptions): Promise<void> => {
  await mustRun(target.run, 'kubectl', ['apply', '-f', '-'], namespaceManifest(target.namespace));
  await upgrade(target, options);
};
