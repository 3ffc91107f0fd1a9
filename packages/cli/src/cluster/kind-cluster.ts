import { mustRun, type RunTool } from './run-tool.ts';

const NAME = 'skillstream';

/** Creates a kind cluster and points kubectl at it. @throws CliError where kind is not installed */
export const createKindCluster = (run: RunTool): Promise<string> =>
  mustRun(run, 'kind', ['create', 'cluster', '--name', NAME, '--config', 'k8s/kind.yaml']);

/** The name of a kind cluster by its context; null for any other cluster. */
export const kindNameOf = (context: string): string | null => /^kind-(.+)$/.exec(context)?.[1] ?? null;
