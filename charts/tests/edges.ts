import {
  ofKind,
  podsOf,
  selects,
  type Labels,
  type Manifest,
  type Rule,
  type RunningPod,
} from './manifest.ts';

const short = (name: string) => name.replace(/^sk-/, '');
const policiesOf = (policies: Manifest[], labels: Labels) =>
  policies.filter(({ spec }) => selects(spec.podSelector?.matchLabels, labels));

const allows = (rules: Rule[], side: 'from' | 'to', labels: Labels, port: number): boolean =>
  rules.some(
    (rule) =>
      rule.ports.some((allowed) => allowed.port === port) &&
      (!rule[side] ||
        rule[side].some(
          (peer) =>
            peer.podSelector && !peer.namespaceSelector && selects(peer.podSelector.matchLabels, labels),
        )),
  );

const edge = (policies: Manifest[], from: RunningPod, to: RunningPod, port: number): boolean => {
  const out = policiesOf(policies, from.labels).flatMap(({ spec }) => spec.egress ?? []);
  const into = policiesOf(policies, to.labels).flatMap(({ spec }) => spec.ingress ?? []);
  return allows(out, 'to', to.labels, port) && allows(into, 'from', from.labels, port);
};

const PORTS = [8080, 8081, 9092, 9093, 9094, 27017, 6379];

/** Every connection between two pods of the release that both sides' policies allow, like `gateway > tagging:8080`. */
export const allowedEdges = (manifests: Manifest[]): string[] => {
  const [pods, policies] = [podsOf(manifests), ofKind(manifests, 'NetworkPolicy')];
  const edges = pods.flatMap((from) =>
    pods.flatMap((to) =>
      PORTS.filter((port) => edge(policies, from, to, port)).map(
        (port) => `${short(from.name)} > ${short(to.name)}:${port}`,
      ),
    ),
  );
  return edges.sort();
};

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
