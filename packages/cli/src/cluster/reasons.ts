import type { Happening, Pod, Workload } from './workloads.ts';

/** What keeps a pod from its work, in one line: who, and why. */
export type Reason = { who: string; why: string };

// Steps on the way up; a pod that stays in one of them says why by its events.
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

const ofEvents = (name: string, happenings: readonly Happening[]): string[] =>
  happenings
    .filter(({ involvedObject, reason }) => involvedObject.name === name && telling.has(reason))
    .map(({ reason, message }) => `${reason}: ${message}`)
    .slice(-1);

/**
 * Why pods do not work, each once, the plainest reason first: what Kubernetes says of its containers, of its place on
 * a node, of what it mounts; then what the service itself says that it waits for.
 * @param words what a pod says itself: what it waits for, or the last that it complained of before it ended
 */
export const reasonsOf = (
  workloads: readonly Workload[],
  pods: readonly Pod[],
  happenings: readonly Happening[],
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

/** Pods that were never made: a Deployment says so in its conditions, a StatefulSet in its last event alone. */
const refusals = (workloads: readonly Workload[], happenings: readonly Happening[]): Reason[] =>
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
