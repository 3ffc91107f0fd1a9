import type { Pod } from './workloads.ts';

// Where the umbrella's values have the resources of a pod's own container, by the label app.kubernetes.io/name.
const valuesOf: Record<string, string> = {
  ...Object.fromEntries(['gateway', 'ingestion', 'tagging', 'analytics'].map((name) => [name, name])),
  ...Object.fromEntries(['kafka', 'mongodb', 'valkey'].map((name) => [name, `engines.${name}`])),
  'kafka-rights': 'engines.kafka.rights',
  'skillstream-generator': 'generator',
  'skillstream-token': 'tokens',
};

/** The container of a pod by its name, as its spec has it; init containers, too. */
export const containerOf = ({ spec = {} }: Pod, name: string) =>
  [...(spec.initContainers ?? []), ...(spec.containers ?? [])].find((one) => one.name === name);

/**
 * The limit of a container in words, and the value of the chart that raises it: "its limit of 256Mi; to raise it:
 * tagging.resources.limits.memory". A container of the user's own has no such value.
 */
export const limitOf = (pod: Pod, container: string, resource: 'memory' | 'ephemeral-storage'): string => {
  const limit = containerOf(pod, container)?.resources?.limits?.[resource];
  if (limit === undefined) return 'its node has: it has no limit';
  // The chart's own container is the first.
  const own = pod.spec?.containers?.[0]?.name === container;
  const part = own ? valuesOf[pod.metadata.labels?.['app.kubernetes.io/name'] ?? ''] : undefined;
  const raised =
    part === undefined ? 'the resources of that container' : `${part}.resources.limits.${resource}`;
  return `its limit of ${limit}; to raise it: ${raised}`;
};
