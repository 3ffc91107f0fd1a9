import { endOf, endOfPod, probeThatKilled } from './ends.ts';
import { containerOf } from './limits.ts';
import type { ClusterEvent, ContainerStatus, Pod, Workload } from './workloads.ts';

/**
 * Why a pod does not run or is not ready, in one line: the pod, and the reason. Past is one that Kubernetes ended and
 * that does not come back: a Deployment or a StatefulSet makes another.
 */
export type Reason = { who: string; why: string; past?: true };

// Steps of a normal start; the events of a pod that stays in one of them say why.
const passing = new Set(['ContainerCreating', 'PodInitializing']);

// Its message may name no image, and what a container of before ended with says nothing about it.
const ofImages = /^(ErrImage|ImagePull|InvalidImage|RegistryUnavailable|ImageInspect)/;

const imageIn = (pod: Pod, { name, image }: ContainerStatus, message: string): string => {
  const wanted = containerOf(pod, name)?.image ?? image ?? '';
  return wanted === '' || message.includes(wanted) ? message : `${wanted}: ${message}`;
};

const ofContainers = (
  pod: Pod,
  happenings: readonly ClusterEvent[],
  lastWords: string | undefined,
): string[] =>
  [...(pod.status.initContainerStatuses ?? []), ...(pod.status.containerStatuses ?? [])].flatMap((status) => {
    const { state = {}, lastState, ready } = status;
    const { waiting, terminated } = state;
    const ended = terminated ?? lastState?.terminated;
    const end = ended ? endOf(pod, status, ended, happenings, lastWords) : null;
    if (waiting?.reason && !passing.has(waiting.reason)) {
      const message = waiting.message ?? 'no more is known';
      if (ofImages.test(waiting.reason)) return [`${waiting.reason}: ${imageIn(pod, status, message)}`];
      return [`${waiting.reason}: ${waiting.reason === 'CrashLoopBackOff' ? (end ?? message) : message}`];
    }
    // While it starts over, too: what ended it may well do so again.
    const comesAgain = ended?.reason === 'OOMKilled' || probeThatKilled(pod, status.name, happenings);
    if (ended && comesAgain && !ready) return [end!];
    return terminated && terminated.exitCode !== 0 ? [`${terminated.reason}: ${end}`] : [];
  });

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
    const whole = endOfPod(pod);
    if (whole !== null) return [{ who: name, why: whole, past: true as const }];
    const own = [...ofContainers(pod, happenings, said), ...ofScheduling(pod)];
    const why = own.length > 0 ? own : ofEvents(name, happenings);
    return [...why, ...(why.length === 0 && said ? [said] : [])].map((text) => ({ who: name, why: text }));
  });
  return [...reasons, ...refusals(workloads, happenings)];
};

/** Pods that were never created: a Deployment says so in its conditions, others only in their last event. */
const refusals = (workloads: readonly Workload[], happenings: readonly ClusterEvent[]): Reason[] =>
  workloads.flatMap(({ kind, metadata: { name }, spec, status }) => {
    const failure = (status.conditions ?? []).find(
      (one) => one.type === 'ReplicaFailure' && one.status === 'True',
    );
    const made = (status.replicas ?? 0) >= (spec.replicas ?? 1);
    const event = happenings.findLast(
      (one) => one.involvedObject.name === name && one.reason === 'FailedCreate',
    );
    const why = failure?.message ?? (kind !== 'Deployment' && !made ? event?.message : undefined);
    return why === undefined ? [] : [{ who: name, why }];
  });
