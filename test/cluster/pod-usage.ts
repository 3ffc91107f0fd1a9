import { kubectl } from './kubectl.ts';

/** What a pod's container has used since it began, and has now. */
export type PodUsage = { cpuSeconds: number; bytes: number };

type Summary = {
  pods: {
    podRef: { name: string; namespace: string };
    containers?: { cpu?: { usageCoreNanoSeconds?: number }; memory?: { workingSetBytes?: number } }[];
  }[];
};

/** By pods of a namespace, from the kubelet of each node, which looks every ten seconds or so. */
export const podUsage = async (namespace: string): Promise<Map<string, PodUsage>> => {
  const nodes = (await kubectl('get', 'nodes', '-o', 'jsonpath={.items[*].metadata.name}')).split(' ');
  const summaries = await Promise.all(
    nodes.map(async (node) => {
      const text = await kubectl('get', '--raw', `/api/v1/nodes/${node}/proxy/stats/summary`);
      return JSON.parse(text) as Summary;
    }),
  );
  const pods = summaries.flatMap((summary) => summary.pods);
  return new Map(
    pods
      .filter(({ podRef }) => podRef.namespace === namespace)
      .map(({ podRef, containers = [] }) => [
        podRef.name,
        {
          cpuSeconds: containers.reduce((sum, { cpu }) => sum + (cpu?.usageCoreNanoSeconds ?? 0) / 1e9, 0),
          bytes: containers.reduce((sum, { memory }) => sum + (memory?.workingSetBytes ?? 0), 0),
        },
      ]),
  );
};
