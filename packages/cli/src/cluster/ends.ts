import { limitOf } from './limits.ts';
import type { ClusterEvent, ContainerStatus, Pod, Terminated } from './workloads.ts';

/** What the kubelet says of a probe that failed, where it ended the container for it; undefined where it did not. */
export const probeThatKilled = (pod: Pod, container: string, happenings: readonly ClusterEvent[]) => {
  const own = happenings.filter(({ involvedObject }) => involvedObject.name === pod.metadata.name);
  const killed = own.some(
    ({ reason, message }) =>
      reason === 'Killing' &&
      message.includes(`ontainer ${container} failed`) &&
      /liveness|startup/.test(message),
  );
  if (!killed) return undefined;
  return own.findLast(
    ({ reason, message }) => reason === 'Unhealthy' && /^(Liveness|Startup) probe/.test(message),
  )?.message;
};

/**
 * Why a container ended, in words: too little memory with its limit, a probe with what it found, else the code and its
 * last words.
 */
export const endOf = (
  pod: Pod,
  { name }: ContainerStatus,
  ended: Terminated,
  happenings: readonly ClusterEvent[],
  lastWords: string | undefined,
): string => {
  if (ended.reason === 'OOMKilled')
    return `OOMKilled: ${name} needed more memory than ${limitOf(pod, name, 'memory')}`;
  const probe = probeThatKilled(pod, name, happenings);
  const words = lastWords ? `: ${lastWords}` : '';
  if (probe !== undefined)
    return `it was ended since its ${probe
      .trim()
      .replace(/:$/, '')
      .replace(/^\w/, (c) => c.toLowerCase())}${words}`;
  // A kill from outside, of which Kubernetes knows no reason: most often the grace period was over.
  const killed = ended.exitCode === 137 ? ' (killed)' : '';
  return `it ended with code ${ended.exitCode}${killed}${words}`;
};

// "Container kafka exceeded its local ephemeral storage limit", or the pod as a whole that of its containers.
const ownStorage =
  /(?:^|\b)(?:Container (\S+) exceeded its local ephemeral storage|ephemeral local storage usage exceeds)/;

/** Why Kubernetes ended a pod as a whole, like an eviction, and what to raise; null where it did not. */
export const endOfPod = (pod: Pod): string | null => {
  const { phase, reason, message } = pod.status;
  if (phase !== 'Failed' || !reason) return null;
  const told = message?.trim() ?? 'no more is known';
  const storage = ownStorage.exec(told);
  if (!storage) return `${reason}: ${told}`;
  const container = storage[1] ?? pod.spec?.containers?.[0]?.name ?? '';
  return `${reason}: ${container} wrote more to its node than ${limitOf(pod, container, 'ephemeral-storage')} (${told})`;
};
