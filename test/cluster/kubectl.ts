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

export type Pod = { name: string; uid: string; deletionTimestamp?: string };

/** The address of one pod of a part that is not on its way out, as a URL has it. @throws Error where it has none */
export const podAddress = async (namespace: string, ...selectors: string[]): Promise<string> => {
  const listed = await kubectl('get', 'pods', '-n', namespace, '-l', selectors.join(), '-o', 'json');
  const { items } = JSON.parse(listed) as { items: { metadata: Pod; status: { podIP?: string } }[] };
  const address = items.find(({ metadata }) => !metadata.deletionTimestamp)?.status.podIP;
  if (!address) throw new Error(`no pod of ${namespace} with ${selectors.join()} has an address`);
  return address.includes(':') ? `[${address}]` : address;
};

/**
 * The pods of one part of a release, those on their way out too; a stateful one comes back by its name, not its uid.
 */
export const podsOf = async (namespace: string, name: string): Promise<Pod[]> => {
  const selector = `app.kubernetes.io/name=${name}`;
  const listed = await kubectl('get', 'pods', '-n', namespace, '-l', selector, '-o', 'json');
  const { items } = JSON.parse(listed) as { items: { metadata: Pod }[] };
  return items.map(({ metadata }) => metadata);
};
