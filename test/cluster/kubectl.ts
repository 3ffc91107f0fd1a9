import { mustRun, runTool } from '../../packages/cli/src/cluster/run-tool.ts';

/** Runs kubectl. @returns what it printed @throws CliError with what it complained of */
export const kubectl = (...args: string[]): Promise<string> => mustRun(runTool, 'kubectl', args);
/** Runs helm. */
export const helm = (...args: string[]): Promise<string> => mustRun(runTool, 'helm', args);
/** Creates or changes objects. */
export const apply = (...objects: object[]): Promise<string> =>
  mustRun(
    runTool,
    'kubectl',
    ['apply', '-f', '-'],
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }),
  );

/** Names of the pods of one part of a release that are not on their way out. */
export const podsOf = async (namespace: string, name: string): Promise<string[]> => {
  const selector = `app.kubernetes.io/name=${name}`;
  const { items } = JSON.parse(
    await kubectl('get', 'pods', '-n', namespace, '-l', selector, '-o', 'json'),
  ) as {
    items: { metadata: { name: string; deletionTimestamp?: string } }[];
  };
  return items.filter(({ metadata }) => !metadata.deletionTimestamp).map(({ metadata }) => metadata.name);
};
