import { mustRun } from './run-tool.ts';
import type { Target } from './target.ts';

/** Names of the volumes' claims that belong to a release; Kubernetes keeps those of StatefulSets for their data. */
export const claimsOf = async ({ run, namespace, release }: Target): Promise<string[]> => {
  const selector = `app.kubernetes.io/instance=${release}`;
  const out = await mustRun(run, 'kubectl', ['get', 'pvc', '-n', namespace, '-l', selector, '-o', 'name']);
  return out.split('\n').filter(Boolean);
};
