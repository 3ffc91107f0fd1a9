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

/** The PersistentVolumeClaims of a release; Kubernetes keeps those of StatefulSets for their data. */
export const claimsOf = async ({ run, namespace, release }: Target): Promise<string[]> => {
  const selector = `app.kubernetes.io/instance=${release}`;
  const out = await mustRun(run, 'kubectl', ['get', 'pvc', '-n', namespace, '-l', selector, '-o', 'name']);
  return out.split('\n').filter(Boolean);
};
