import { CliError } from '../terminal/cli-error.ts';
import { mustRun, runTool, type RunTool } from './run-tool.ts';

/** The release that a command works on. */
export type Target = { namespace: string; release: string; run: RunTool };

/** The options of every cluster command. */
export const targetOptions = {
  namespace: { type: 'string', short: 'n', default: 'skillstream' },
  release: { type: 'string', default: 'skillstream' },
} as const;

/** The cluster that kubectl points at. @throws CliError when it points nowhere, or the cluster does not respond */
export const currentContext = async (run: RunTool = runTool): Promise<string> => {
  const { code, out } = await run('kubectl', ['config', 'current-context']);
  const context = out.trim();
  if (code !== 0 || context === '')
    throw new CliError('kubectl has no current context: which cluster is meant?');
  const response = await run('kubectl', ['version', '--request-timeout=5s', '-o', 'json']);
  if (response.code !== 0)
    throw new CliError(`the cluster ${context} does not answer: ${response.complaint.trim()}`);
  return context;
};

const namesOf = async ({ run, namespace }: Target, kind: string, selector: string): Promise<string[]> => {
  const out = await mustRun(run, 'kubectl', ['get', kind, '-n', namespace, '-l', selector, '-o', 'name']);
  return out.split('\n').filter(Boolean);
};

/** The PersistentVolumeClaims of a release; Kubernetes keeps those of StatefulSets for their data. */
export const claimsOf = (target: Target): Promise<string[]> =>
  namesOf(target, 'pvc', `app.kubernetes.io/instance=${target.release}`);

/** The Secret with the passwords and the demo key that the chart made; helm keeps it as long as the volumes. */
export const keptSecretsOf = (target: Target): Promise<string[]> =>
  namesOf(target, 'secret', `app.kubernetes.io/instance=${target.release},skillstream.dev/demo=true`);
