import { mustRun, type RunTool } from './run-tool.ts';

type Meta = { name: string; labels?: Record<string, string>; creationTimestamp: string };
type Condition = { type: string; status: string; reason?: string; message?: string };
type Waiting = { reason?: string; message?: string };
export type Terminated = Waiting & { exitCode?: number };
type Resources = { limits?: Record<string, string> };
export type ContainerStatus = {
  name: string;
  ready: boolean;
  restartCount: number;
  /** The image that it was told to run. */
  image?: string;
  state?: { waiting?: Waiting; terminated?: Terminated };
  lastState?: { terminated?: Terminated };
};
/** The fields of a pod that are used here. */
export type Pod = {
  metadata: Meta & { deletionTimestamp?: string };
  spec?: {
    containers?: { name: string; image?: string; resources?: Resources }[];
    initContainers?: { name: string; image?: string; resources?: Resources }[];
  };
  status: {
    phase: string;
    /** Why Kubernetes ended the whole pod, like Evicted. */
    reason?: string;
    message?: string;
    conditions?: Condition[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  };
};
/** A Deployment or a StatefulSet. */
export type Workload = {
  kind: string;
  metadata: Meta;
  spec: { replicas?: number };
  status: {
    readyReplicas?: number;
    updatedReplicas?: number;
    replicas?: number;
    conditions?: Condition[];
  };
};
type Job = { metadata: Meta; status: { active?: number; succeeded?: number; failed?: number } };
/** A Job as a workload, for what keeps its pod from being made. */
const asWorkload = ({ metadata, status: { active = 0, succeeded = 0, failed = 0 } }: Job): Workload => ({
  kind: 'Job',
  metadata,
  spec: {},
  status: { replicas: active + succeeded + failed },
});
export type ClusterEvent = {
  reason: string;
  message: string;
  type: string;
  involvedObject: { kind: string; name: string };
};

const list = async <T>(
  run: RunTool,
  namespace: string,
  what: string,
  selector: string,
  ...more: string[]
): Promise<T[]> => {
  const args = ['get', what, '-n', namespace, '-o', 'json', ...(selector ? ['-l', selector] : []), ...more];
  return (JSON.parse(await mustRun(run, 'kubectl', args)) as { items: T[] }).items;
};

/** Reads the workloads, pods and events of a release. All throw CliError when the cluster does not respond. */
export const createWorkloads = (run: RunTool, namespace: string, release: string) => {
  const selector = `app.kubernetes.io/instance=${release}`;
  return {
    workloads: () => list<Workload>(run, namespace, 'deployments,statefulsets', selector),
    /** Apart, since nobody waits until they are ready. */
    jobs: async () => (await list<Job>(run, namespace, 'jobs', selector)).map(asWorkload),
    /** Without those of finished Jobs. */
    pods: () => list<Pod>(run, namespace, 'pods', selector, '--field-selector=status.phase!=Succeeded'),
    happenings: () => list<ClusterEvent>(run, namespace, 'events', ''),
  };
};

/** How many replicas are wanted and how many of them take traffic, at the wanted version. */
export const replicasOf = ({ kind, spec, status }: Workload): { wanted: number; ready: number } => {
  const wanted = spec.replicas ?? 1;
  const updated = kind === 'Deployment' ? (status.updatedReplicas ?? 0) : wanted;
  const settled = (status.replicas ?? 0) <= wanted;
  return {
    wanted,
    ready: settled ? Math.min(updated, status.readyReplicas ?? 0) : Math.min(updated, wanted - 1),
  };
};
