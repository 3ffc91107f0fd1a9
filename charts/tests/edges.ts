import {
  ofKind,
  podsOf,
  selects,
  type Labels,
  type Manifest,
  type Rule,
  type RunningPod,
} from './manifest.ts';

/** Objects in a namespace. */
export type Place = { namespace: string; manifests: Manifest[] };
type Placed = RunningPod & Place;

const short = (name: string) => name.replace(/^(sk|my-(engines|ingestion|tagging|analytics|gateway))-/, '');
const policiesOf = (policies: Manifest[], labels: Labels) =>
  policies.filter(({ spec }) => selects(spec.podSelector?.matchLabels, labels));

const allows = (rules: Rule[], side: 'from' | 'to', own: Placed, other: Placed, port: number): boolean =>
  rules.some(
    (rule) =>
      rule.ports.some((allowed) => allowed.port === port) &&
      (!rule[side] ||
        rule[side].some(({ podSelector, namespaceSelector }) => {
          const namespace = { 'kubernetes.io/metadata.name': other.namespace };
          const near = namespaceSelector
            ? selects(namespaceSelector.matchLabels, namespace)
            : own.namespace === other.namespace;
          return podSelector && near && selects(podSelector.matchLabels, other.labels);
        })),
  );

const edge = (from: Placed, to: Placed, port: number): boolean => {
  const rulesOf = ({ manifests, labels }: Placed) => policiesOf(ofKind(manifests, 'NetworkPolicy'), labels);
  const out = rulesOf(from).flatMap(({ spec }) => spec.egress ?? []);
  const into = rulesOf(to).flatMap(({ spec }) => spec.ingress ?? []);
  return allows(out, 'to', from, to, port) && allows(into, 'from', to, from, port);
};

const PORTS = [8080, 8081, 9092, 9093, 9094, 27017, 6379];

/** Every connection between two pods that both sides' policies allow, like `gateway > tagging:8080`. */
export const edgesAmong = (places: Place[]): string[] => {
  const pods = places.flatMap((place) => podsOf(place.manifests).map((pod) => ({ ...pod, ...place })));
  const edges = pods.flatMap((from) =>
    pods.flatMap((to) =>
      PORTS.filter((port) => edge(from, to, port)).map(
        (port) => `${short(from.name)} > ${short(to.name)}:${port}`,
      ),
    ),
  );
  return edges.sort();
};

/** The same within a release. */
export const allowedEdges = (manifests: Manifest[]): string[] =>
  edgesAmong([{ namespace: 'demo', manifests }]);

/** Where a pod may go outside of the release, like `10.0.0.0/8:9093` or `kube-system:53`. */
export const wayOut = (manifests: Manifest[], name: string): string[] => {
  const { egress = [] } = ofKind(manifests, 'NetworkPolicy').find(
    ({ metadata }) => metadata.name === name,
  )!.spec;
  const places = egress.flatMap(({ to = [{}], ports }) =>
    to.flatMap((peer) => {
      const place =
        peer.ipBlock?.cidr ??
        (peer.namespaceSelector ? Object.values(peer.namespaceSelector.matchLabels ?? {}).join() : null) ??
        (peer.podSelector ? null : 'anywhere');
      return place === null ? [] : ports.map(({ port }) => `${place}:${port}`);
    }),
  );
  return [...new Set(places)].sort();
};

/** The policies that select a pod, by name. */
export const policiesFor = (manifests: Manifest[], { labels }: RunningPod): string[] =>
  policiesOf(ofKind(manifests, 'NetworkPolicy'), labels).map(({ metadata }) => metadata.name);

/** Whether a policy lets a pod of another namespace come to a port, by the labels of both. */
export const admits = (policy: Manifest, namespace: Labels, labels: Labels, port = 8081): boolean =>
  (policy.spec.ingress ?? []).some(
    ({ from, ports }) =>
      ports.some((allowed) => allowed.port === port) &&
      (!from ||
        from.some(
          ({ namespaceSelector, podSelector }) =>
            namespaceSelector &&
            selects(namespaceSelector.matchLabels, namespace) &&
            selects(podSelector?.matchLabels, labels),
        )),
  );

/** Who talks to whom by the design, in every release. */
export const designEdges = [
  'analytics > kafka:9092',
  'analytics > mongodb:27017',
  'analytics > valkey:6379',
  'gateway > analytics:8080',
  'gateway > ingestion:8080',
  'gateway > tagging:8080',
  'gateway > valkey:6379',
  'ingestion > kafka:9092',
  'ingestion > mongodb:27017',
  'ingestion > valkey:6379',
  'kafka-rights > kafka:9092',
  'tagging > kafka:9092',
  'tagging > valkey:6379',
];
