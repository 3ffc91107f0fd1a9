/** The parts of Kubernetes' objects that the tests look at. */
export type Labels = Record<string, string>;
type EnvVar = {
  name: string;
  value?: string;
  valueFrom?: { secretKeyRef?: { name: string; key: string } };
};
/** What the kubelet asks, every how many seconds, and how often in vain. */
export type Probe = {
  httpGet?: { path: string };
  periodSeconds: number;
  timeoutSeconds: number;
  failureThreshold?: number;
};
export type Container = {
  name: string;
  image: string;
  args?: string[];
  env?: EnvVar[];
  securityContext?: { [key: string]: unknown };
  resources?: { requests?: Labels; limits?: Labels };
  lifecycle?: { preStop?: { sleep?: { seconds: number } } };
  volumeMounts?: { name: string; mountPath: string }[];
  [probe: `${string}Probe`]: Probe | undefined;
};
type Projection = { secret: { name: string; items: { key: string; path: string }[] } };
type Volume = {
  name: string;
  secret?: { secretName: string };
  emptyDir?: { [key: string]: unknown };
  projected?: { sources: Projection[] };
};
type PodSpec = {
  containers: Container[];
  initContainers?: Container[];
  volumes?: Volume[];
  securityContext?: { [key: string]: unknown };
  automountServiceAccountToken?: boolean;
  enableServiceLinks?: boolean;
  terminationGracePeriodSeconds?: number;
  topologySpreadConstraints?: { whenUnsatisfiable: string }[];
};
type Peer = {
  podSelector?: { matchLabels?: Labels };
  namespaceSelector?: { matchLabels?: Labels };
  ipBlock?: { cidr: string };
};
export type Rule = { from?: Peer[]; to?: Peer[]; ports: { protocol: string; port: number }[] };
type PodTemplate = { metadata: { labels: Labels; annotations?: Labels }; spec: PodSpec };
export type Manifest = {
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Labels; annotations?: Labels };
  data?: Labels;
  automountServiceAccountToken?: boolean;
  spec: {
    replicas?: number;
    selector?: { matchLabels?: Labels };
    template?: PodTemplate;
    /** Of a CronJob. */
    jobTemplate?: { spec: { template: PodTemplate } };
    podSelector?: { matchLabels?: Labels };
    ingress?: Rule[];
    egress?: Rule[];
    volumeClaimTemplates?: unknown[];
    [key: string]: unknown;
  };
};

/** A pod that a release would run: of a Deployment, of a StatefulSet, or the test's own. */
export type RunningPod = {
  name: string;
  kind: string;
  labels: Labels;
  annotations: Labels;
  spec: PodSpec;
  container: Container;
};

export const ofKind = (manifests: Manifest[], kind: string): Manifest[] =>
  manifests.filter((manifest) => manifest.kind === kind);

/** The variables of each service, from their ConfigMaps; others hold files. */
export const settingsOf = (manifests: Manifest[]): Labels[] =>
  ofKind(manifests, 'ConfigMap').flatMap(({ data }) => (data && 'LOG_LEVEL' in data ? [data as Labels] : []));

/** The one object of a kind and name. @throws Error when there is none */
export const one = (manifests: Manifest[], kind: string, name: string): Manifest => {
  const found = ofKind(manifests, kind).find((manifest) => manifest.metadata.name === name);
  if (!found) throw new Error(`no ${kind} ${name}`);
  return found;
};

/** A Job's name ends with what its pod is made of. */
const madeOf = /-[0-9a-f]{8}$/;

const podOf = (manifest: Manifest): RunningPod[] => {
  const template =
    manifest.kind === 'Pod'
      ? { metadata: manifest.metadata, spec: manifest.spec as unknown as PodSpec }
      : (manifest.spec?.jobTemplate?.spec ?? manifest.spec)?.template;
  if (!template) return [];
  const { labels = {}, annotations = {} } = template.metadata;
  const { kind, metadata } = manifest;
  const name = kind === 'Job' ? metadata.name.replace(madeOf, '') : metadata.name;
  const container = template.spec.containers[0]!;
  return [{ name, kind, labels, annotations, spec: template.spec, container }];
};

export const podsOf = (manifests: Manifest[]): RunningPod[] => manifests.flatMap(podOf);

/** One pod by the name of its workload. @throws Error when there is none */
export const pod = (manifests: Manifest[], name: string): RunningPod => {
  const found = podsOf(manifests).find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no pod of ${name}`);
  return found;
};

/** Whether labels are among others. */
export const selects = (wanted: Labels | undefined, labels: Labels): boolean =>
  Object.entries(wanted ?? {}).every(([key, value]) => labels[key] === value);
