import { describe, expect, test } from '@jest/globals';
import { reasonsOf } from './reasons.ts';
import type { ClusterEvent, ContainerStatus, Pod } from './workloads.ts';

const podOf = (
  service: string,
  status: Partial<ContainerStatus>,
  whole: Partial<Pod['status']> = {},
  container = service,
): Pod => ({
  metadata: { name: 'p', creationTimestamp: '', labels: { 'app.kubernetes.io/name': service } },
  spec: {
    containers: [
      {
        name: service,
        image: 'registry.example/tagging:v2',
        resources: { limits: { memory: '512Mi', 'ephemeral-storage': '256Mi' } },
      },
      { name: 'proxy', resources: { limits: { memory: '8Mi' } } },
      { name: 'free' },
    ],
  },
  status: {
    phase: 'Running',
    containerStatuses: [{ name: container, ready: false, restartCount: 1, ...status }],
    ...whole,
  },
});
const happening = (reason: string, message: string): ClusterEvent => ({
  ...{ reason, message, type: 'Warning' },
  involvedObject: { kind: 'Pod', name: 'p' },
});
const whyOf = (pod: Pod, happenings: ClusterEvent[] = [], lastWords = '') =>
  reasonsOf([], [pod], happenings, new Map(lastWords ? [['p', lastWords]] : []));
const restarting = (ended: object): Partial<ContainerStatus> => ({
  state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 20s' } },
  lastState: { terminated: ended },
});
const oom = { reason: 'OOMKilled', exitCode: 137 };

describe('a container that had too little memory', () => {
  test.each([
    ['tagging', 'tagging.resources.limits.memory'],
    ['kafka', 'engines.kafka.resources.limits.memory'],
    ['kafka-rights', 'engines.kafka.rights.resources.limits.memory'],
    ['skillstream-generator', 'generator.resources.limits.memory'],
    ['skillstream-token', 'tokens.resources.limits.memory'],
  ])('of %s names its limit, and %s as what raises it', (service, value) => {
    const why = `OOMKilled: ${service} needed more memory than its limit of 512Mi; to raise it: ${value}`;
    expect(whyOf(podOf(service, restarting(oom)), [], 'the log, which knows nothing')).toEqual([
      { who: 'p', why: `CrashLoopBackOff: ${why}` },
    ]);
    expect(whyOf(podOf(service, { state: { terminated: oom } }))).toEqual([{ who: 'p', why }]);
    // It runs again, and is not ready yet.
    expect(whyOf(podOf(service, { state: {}, lastState: { terminated: oom } }))).toEqual([{ who: 'p', why }]);
  });

  test.each([
    ['proxy', 'its limit of 8Mi; to raise it: the resources of that container'],
    ['free', 'its node has: it has no limit'],
  ])('of the user own, %s, names no value of the chart', (container, than) => {
    const why = `OOMKilled: ${container} needed more memory than ${than}`;
    expect(whyOf(podOf('tagging', { state: { terminated: oom } }, {}, container))).toEqual([
      { who: 'p', why },
    ]);
  });
});

describe('a container that was killed', () => {
  const killed = restarting({ reason: 'Error', exitCode: 137 });
  test('for a probe says which, and what it found', () => {
    const happenings = [
      happening('Unhealthy', 'Readiness probe failed: 503'),
      happening('Unhealthy', 'Liveness probe failed: dial tcp 10.0.0.7:9092: connect: connection refused'),
      happening('Killing', 'Container kafka failed liveness probe, will be restarted'),
      happening('Unhealthy', 'Readiness probe failed: 503'),
    ];
    const why =
      'CrashLoopBackOff: it was ended since its liveness probe failed: ' +
      'dial tcp 10.0.0.7:9092: connect: connection refused: last words';
    expect(whyOf(podOf('kafka', killed), happenings, 'last words')).toEqual([{ who: 'p', why }]);
    // It ended in order, runs again, and is not ready yet.
    const again = podOf('kafka', {
      state: {},
      lastState: { terminated: { reason: 'Completed', exitCode: 0 } },
    });
    expect(whyOf(again, happenings, 'last words')).toEqual([{ who: 'p', why: why.slice(18) }]);
  });

  test('by nobody that Kubernetes knows says its code, also where a probe failed once', () => {
    const happenings = [happening('Unhealthy', 'Liveness probe failed: timeout')];
    expect(whyOf(podOf('kafka', killed), happenings)).toEqual([
      { who: 'p', why: 'CrashLoopBackOff: it ended with code 137 (killed)' },
    ]);
  });
});

describe('a pod that Kubernetes evicted', () => {
  const evicted = (message: string) =>
    whyOf(
      podOf(
        'tagging',
        { state: { terminated: { reason: 'Error', exitCode: 137 } } },
        { phase: 'Failed', reason: 'Evicted', message },
      ),
    );
  const than = 'its limit of 256Mi; to raise it: tagging.resources.limits.ephemeral-storage';
  test.each([
    'Container tagging exceeded its local ephemeral storage limit "256Mi". ',
    'Pod ephemeral local storage usage exceeds the total limit of containers 256Mi. ',
  ])('for its own storage names the limit: %s', (message) => {
    const why = `Evicted: tagging wrote more to its node than ${than} (${message.trim()})`;
    expect(evicted(message)).toEqual([{ who: 'p', why, past: true }]);
  });

  test('for its node says what the node lacks, and neither a code nor a limit', () => {
    const message =
      'The node was low on resource: ephemeral-storage. Threshold quantity: 1Gi, available: 9Mi.';
    expect(evicted(message)).toEqual([{ who: 'p', why: `Evicted: ${message}`, past: true }]);
  });
});

describe('an image that cannot be had', () => {
  test('is named, whatever its container ended with before', () => {
    const waiting = { reason: 'ImagePullBackOff', message: 'Back-off pulling' };
    const pod = podOf('tagging', { state: { waiting }, lastState: { terminated: { exitCode: 1 } } });
    expect(whyOf(pod, [], 'last words')).toEqual([
      { who: 'p', why: 'ImagePullBackOff: registry.example/tagging:v2: Back-off pulling' },
    ]);
  });

  test('is named once where the message has it', () => {
    const message = 'failed to pull "registry.example/tagging:v2": not found';
    const waiting = { reason: 'ErrImagePull', message };
    expect(whyOf(podOf('tagging', { state: { waiting } }))).toEqual([
      { who: 'p', why: `ErrImagePull: ${message}` },
    ]);
  });
});

test('a quota that has no room is what its workload says', () => {
  const message =
    'pods "w-1" is forbidden: exceeded quota: small, requested: limits.memory=512Mi, used: limits.memory=1Gi, limited: limits.memory=1Gi';
  const workload = {
    kind: 'Deployment',
    metadata: { name: 'w', creationTimestamp: '' },
    spec: { replicas: 1 },
    status: { replicas: 0, conditions: [{ type: 'ReplicaFailure', status: 'True', message }] },
  };
  expect(reasonsOf([workload], [], [], new Map())).toEqual([{ who: 'w', why: message }]);
});
