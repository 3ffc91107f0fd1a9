// What a chart needs, and how it is upgraded and taken away: the parts of its README that follow from its values.
import type { ChartMeta } from './readme.ts';

type Tree = { readonly [key: string]: unknown };
const has = (values: Tree, ...path: string[]): boolean => {
  let at: unknown = values;
  for (const key of path) at = (at as Tree | undefined)?.[key];
  return at !== undefined;
};

/** Operators and the like that a value asks for: none is needed by default. */
const optional: readonly [path: string[], what: string][] = [
  [['autoscaling'], '`autoscaling.enabled` needs metrics-server'],
  [['keda'], '`keda.enabled` needs KEDA'],
  [['ingress'], '`ingress.enabled` needs an ingress controller'],
  [['httpRoute'], '`httpRoute.enabled` needs the Gateway API (`gateway.networking.k8s.io/v1`) and a Gateway'],
  [
    ['global', 'monitoring', 'serviceMonitor'],
    '`global.monitoring.serviceMonitor.enabled` needs the Prometheus operator',
  ],
  [['prometheusRule'], '`prometheusRule.enabled` needs the Prometheus operator'],
  [['dashboards'], '`dashboards.enabled` is for a Grafana whose sidecar looks for ConfigMaps'],
];

type Resources = { requests?: { cpu?: string; memory?: string } };
const asks = ({ requests = {} }: Resources) => `${requests.cpu} of CPU and ${requests.memory} of memory`;

/** What its pods ask for, and where data is kept. */
const room = (name: string, values: Tree): string[] => {
  if (name === 'engines') {
    const engines = ['kafka', 'mongodb', 'valkey'].map((engine) => {
      const { size, resources } = values[engine] as { size: string; resources: Resources };
      return `${engine} ${asks(resources)}, and a volume of ${size}`;
    });
    return [
      `Room: ${engines.join('; ')}. The volumes are of the default storage class, or of \`persistence.storageClass\``,
    ];
  }
  if (!has(values, 'replicas'))
    return ['Room, and what else a part needs: the READMEs of the charts beside it'];
  const { replicas, resources } = values as { replicas: number; resources: Resources };
  return [
    `Room: a replica asks for ${asks(resources)}, and by default there ${replicas === 1 ? 'is one' : `are ${replicas}`}`,
  ];
};

const list = (items: readonly string[]) => items.map((item) => `- ${item}.`).join('\n');
const block = (...lines: string[]) => ['```sh', ...lines, '```'].join('\n');

const requirements = ({ name, kubeVersion }: ChartMeta, values: Tree): string[] => [
  '## Requirements',
  list([
    `Kubernetes ${/\d+\.\d+/.exec(kubeVersion)?.[0]} or later, Helm 3.14 or later, or 4`,
    'A network that enforces NetworkPolicies; without one the pods run, and everybody may talk to them',
    name === 'engines'
      ? 'The images of the engines, which are public, and that of ingestion for the Job of Kafka’s rights, where the nodes can pull it: `global.image`'
      : 'Images of the services where the nodes can pull them: `global.image`',
    ...room(name, values),
    ...(name === 'engines' ? [] : optional.filter(([path]) => has(values, ...path)).map(([, what]) => what)),
  ]),
];

const engineNotes = [
  'One pod each: an upgrade that changes an engine restarts it, and the services wait unready meanwhile.',
  'A volume keeps its size: the chart refuses another `size`, or another `persistence`, for a StatefulSet that is there; how a volume grows is in [charts](../README.md#volumes-of-the-demo-engines).',
];
const serviceNotes = [
  'Pods are replaced one after the other, and both versions run beside each other meanwhile; `helm rollback` goes back the same way.',
];

/** The namespace of the examples: the values in k8s/single-charts name these. */
export const namespaceOf = (chart: string): string =>
  ({ skillstream: 'skillstream', engines: 'engines' })[chart] ?? 'jobs';

const upgrade = (release: string, { name }: ChartMeta): string[] => {
  const notes = name === 'engines' ? engineNotes : serviceNotes;
  const own = name === 'skillstream' ? [...notes, ...engineNotes] : notes;
  return [
    '## Upgrade',
    'The changes of a version are in its `Chart.yaml` and in the [changelog](../../CHANGELOG.md). The command is that of the installation, with the same values and the new images; where the values are known to the release alone:',
    block(
      `helm dependency update charts/${name}`,
      `helm upgrade ${release} --namespace ${namespaceOf(name)} --reset-then-reuse-values \\`,
      `  --set global.image.tag=NEW --wait charts/${name}`,
      `helm rollback ${release} --namespace ${namespaceOf(name)} --wait`,
    ),
    'The first line packs the charts of this folder anew: `--dependency-update` packs what is missing, and goes on with what an earlier version packed. Values that are used again name the images of before, hence the new tag, or `--values release-values.yaml` where that names them by digest. `--reuse-values` does not suit another version: it leaves out what is new among the defaults.',
    own.map((note) => `- ${note}`).join('\n'),
  ];
};

const stays: Readonly<Record<string, string>> = {
  skillstream:
    'What was counted stays: the volumes of the engines (`data-…`), unless `engines.persistence.whenDeleted` is `Delete`, and the Secret with the passwords that they know. A release of the same name takes both up again; one without the other is of no use. To remove them as well:',
  engines:
    'The volumes (`data-…`) stay, unless `persistence.whenDeleted` is `Delete`, and with them the Secret with the passwords that they know. A release of the same name takes both up again; one without the other is of no use. To remove them as well:',
};

const uninstall = (release: string, { name }: ChartMeta): string[] => [
  '## Uninstall',
  block(`helm uninstall ${release} --namespace ${namespaceOf(name)} --wait`),
  ...(stays[name] === undefined
    ? [
        'Nothing of it stays but what it wrote into the engines: topics, a database, keys. They are not removed by it.',
      ]
    : [
        stays[name],
        block(
          `kubectl --namespace ${namespaceOf(name)} delete pvc,secret --selector app.kubernetes.io/instance=${release}`,
        ),
        'Secrets that you made are yours, and engines of your own keep what was written into them.',
      ]),
];

/** What stands above the command that installs a chart. */
export const beforeInstall = (meta: ChartMeta, values: Tree): string[] => requirements(meta, values);

/** What stands below it. */
export const afterInstall = (release: string, meta: ChartMeta): string[] => [
  ...upgrade(release, meta),
  ...uninstall(release, meta),
];
