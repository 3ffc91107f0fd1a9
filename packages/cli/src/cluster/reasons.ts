import type { ClusterEvent, Pod, Workload } from './workloads.ts';

/** Why a pod does not run or is not ready, in one line: the pod, and the reason. */
export type Reason = { who: string; why: string };

// Steps of a normal start; the events of a pod that stays in one of them say why.
const passing = new Set(['ContainerCreating', 'PodInitializing']);

const ofContainers = (pod: Pod, lastWords: string | undefined): string[] =>
  [...(pod.status.initContainerStatuses ?? []), ...(pod.status.containerStatuses ?? [])].flatMap(
    ({ state = {}, lastState }) => {
      const { waiting, terminated } = state;
      const ended = terminated ?? lastState?.terminated;
      const end = ended ? `it ended with code ${ended.exitCode}${lastWords ? `: ${lastWords}` : ''}` : null;
      if (waiting?.reason && !passing.has(waiting.reason))
        return [`${waiting.reason}: ${end ?? waiting.message ?? 'no more is known'}`];
      return terminated && terminated.exitCode !== 0 ? [`${terminated.reason}: ${end}`] : [];
    },
  );

const ofScheduling = (pod: Pod): string[] =>
  (pod.status.conditions ?? [])
    .filter(({ type, status, message }) => type === 'PodScheduled' && status === 'False' && message)
    .map(({ reason, message }) => `${reason}: ${message}`);

const telling = new Set([
  'FailedMount',
  'FailedAttachVolume',
  'FailedCreate',
  'Failed',
  'Evicted',
  'FailedCreatePodSandBox',
]);

const ofEvents = (name: string, happenings: readonly ClusterEvent[]): string[] =>
  happenings
    .filter(({ involvedObject, reason }) => involvedObject.name === name && telling.has(reason))
    .map(({ reason, message }) => `${reason}: ${message}`)
    .slice(-1);

/**
 * Why pods do not work, each reason once, the most telling first: what Kubernetes reports of its containers, its
 * scheduling and its volumes; then what the service itself waits for.
 * @param words by pod: what its service waits for, or its last error before it ended
 */
export const reasonsOf = (
  workloads: readonly Workload[],
  pods: readonly Pod[],
  happenings: readonly ClusterEvent[],
  words: ReadonlyMap<string, string>,
): Reason[] => {
  const reasons = pods.flatMap((pod) => {
    const { name, deletionTimestamp } = pod.metadata;
    const ready = pod.status.containerStatuses?.every((container) => container.ready) ?? false;
    if (ready || deletionTimestamp || pod.status.phase === 'Succeeded') return [];
    const said = words.get(name);
    const own = [...ofContainers(pod, said), ...ofScheduling(pod)];
    const why = own.length > 0 ? own : ofEvents(name, happenings);
    return [...why, ...(why.length === 0 && said ? [said] : [])].map((text) => ({ who: name, why: text }));
  });
  return [...reasons, ...refusals(workloads, happenings)];
};

/** Pods that were never created: a Deployment says so in its conditions, a StatefulSet only in its last event. */
const refusals = (workloads: readonly Workload[], happenings: readonly ClusterEvent[]): Reason[] =>
  workloads.flatMap(({ kind, metadata: { name }, spec, status }) => {
    const failure = (status.conditions ?? []).find(
      (one) => one.type === 'ReplicaFailure' && one.status === 'True',
    );
    const made = (status.replicas ?? 0) >= (spec.replicas ?? 1);
    const event = happenings.findLast(
      (one) => one.involvedObject.name === name && one.reason === 'FailedCreate',
    );
    const why = failure?.message ?? (kind === 'StatefulSet' && !made ? event?.message : undefined);
    return why === undefined ? [] : [{ who: name, why }];
  });
