import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { createClusterRelease } from './cluster-platform.ts';
import { figure, secondsSince } from './figures.ts';
import { apply, kubectl } from './kubectl.ts';

// What may be evicted, and what is upgraded, where there is no room.
const release = createClusterRelease('skillstream-disruption');
const { namespace } = release;
const services = ['gateway', 'ingestion', 'tagging', 'analytics'];
const roomless = services.flatMap((service) => [
  `${service}.strategy.rollingUpdate.maxUnavailable=1`,
  `${service}.strategy.rollingUpdate.maxSurge=0`,
]);
// A drain goes by this label, so that it touches no pods but these.
const label = 'drain=tried';
const labelled = 'ingestion.podLabels.drain=tried';
// A variable wins over the ConfigMap: a pod that has it waits for ever, running and not ready.
const broken = ['ingestion.extraEnv[0].name=KAFKA_BROKERS', 'ingestion.extraEnv[0].value=nowhere:9092'];

type Condition = { type: string; status: string };
type Pod = {
  metadata: { name: string; deletionTimestamp?: string };
  spec: { nodeName?: string };
  status: { phase: string; conditions?: Condition[] };
};
const isReady = ({ status }: Pod) =>
  status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
const running = async () => {
  const { items } = JSON.parse(await kubectl('get', 'pods', '-n', namespace, '-l', label, '-o', 'json')) as {
    items: Pod[];
  };
  const pods = items.filter(
    ({ metadata, status }) => !metadata.deletionTimestamp && status.phase === 'Running',
  );
  return { ready: pods.filter(isReady), unready: pods.filter((pod) => !isReady(pod)) };
};
const nameOf = ({ metadata }: Pod) => metadata.name;
const evict = ({ metadata: { name } }: Pod) =>
  release.run(
    'kubectl',
    ['create', '--raw', `/api/v1/namespaces/${namespace}/pods/${name}/eviction`, '-f', '-'],
    JSON.stringify({ apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } }),
  );

beforeAll(async () => {
  await release.purge();
  await release.install(...roomless, labelled);
  await release.ready();
});
afterAll(() => release.purge());

test('an upgrade ends under a quota that has no room for one more pod', async () => {
  const active = '--field-selector=status.phase!=Succeeded,status.phase!=Failed';
  const pods = (await kubectl('get', 'pods', '-n', namespace, active, '-o', 'name'))
    .trim()
    .split('\n').length;
  const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'full', namespace } };
  await apply({ ...quota, spec: { hard: { pods: String(pods) } } });
  const startedMs = performance.now();
  await release.install(...roomless, labelled, ...services.map((service) => `${service}.logLevel=warn`));
  await release.ready();
  figure(`upgrade of four services with ${pods} of ${pods} pods: ${secondsSince(startedMs)} s`);
  await kubectl('delete', 'resourcequota', 'full', '-n', namespace);
});

test('the last healthy replica is kept, and the broken one beside it may go', async () => {
  await release.install(...roomless, labelled, ...broken);
  const { ready, unready } = await until('one replica is healthy, and one is broken', async () => {
    const found = await running();
    return found.ready.length === 1 && found.unready.length === 1 && found;
  });
  const refused = await evict(ready[0]!);
  expect(refused.code).not.toBe(0);
  expect(refused.complaint).toContain('disruption budget');
  expect(await evict(unready[0]!)).toMatchObject({ code: 0 });
});

test('a drain ends where every replica is broken', async () => {
  const { ready } = await running();
  await kubectl('delete', 'pod', '-n', namespace, ...ready.map(nameOf), '--wait=false');
  const { unready } = await until('both replicas are broken, and run', async () => {
    const found = await running();
    return found.ready.length === 0 && found.unready.length === 2 && found;
  });
  const nodes = [...new Set(unready.map(({ spec }) => spec.nodeName!))];
  const startedMs = performance.now();
  try {
    for (const node of nodes)
      await kubectl('drain', node, `--pod-selector=${label}`, '--ignore-daemonsets', '--timeout=120s');
  } finally {
    for (const node of nodes) await kubectl('uncordon', node);
  }
  figure(`drain of ${nodes.length} nodes with two broken replicas: ${secondsSince(startedMs)} s`);
  const { unready: left } = await running();
  const names = left.map(nameOf);
  expect(unready.map(nameOf).filter((name) => names.includes(name))).toEqual([]);
});
