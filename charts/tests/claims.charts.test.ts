import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { render, type Values } from './helm.ts';
import { one } from './manifest.ts';
import { renderSeeing } from './seeing-helm.ts';
import { startStubCluster } from './stub-cluster.ts';

let cluster: Awaited<ReturnType<typeof startStubCluster>>;
beforeAll(async () => void (cluster = await startStubCluster()));
beforeEach(() => cluster.reset('demo'));
afterAll(() => cluster.stop());

// As a cluster has it: what was rendered, with quantities as Kubernetes writes them.
const made = (values: Values, storage: string) => {
  const kept = one(render({ engines: values }), 'StatefulSet', 'sk-kafka');
  const claims = (kept.spec.volumeClaimTemplates ?? []) as {
    spec: { resources: { requests: { storage: string } } };
  }[];
  if (storage) claims[0]!.spec.resources.requests.storage = storage;
  return { ...kept, apiVersion: 'apps/v1' };
};
/** What helm says to an upgrade; empty where it takes it. */
const upgrade = async (from: Values, to: Values, storage = '') => {
  cluster.put(made(from, storage));
  return renderSeeing(cluster, { engines: to }).then(
    () => '',
    (error: Error) => error.message,
  );
};

test.each<[string, Values, Values, string]>([
  ['nothing', {}, {}, '8Gi'],
  ['nothing, without volumes', { persistence: { enabled: false } }, { persistence: { enabled: false } }, ''],
  ['what Kubernetes writes in another way', {}, { kafka: { size: '8192Mi' } }, '8Gi'],
  [
    'nothing of a size that is no whole number of bytes',
    { kafka: { size: '1.2Gi' } },
    { kafka: { size: '1.2Gi' } },
    '1288490188800m',
  ],
  ['a size of half a unit', {}, { kafka: { size: '1.5Gi' } }, '1536Mi'],
  ['when volumes go', {}, { persistence: { whenDeleted: 'Delete' } }, '8Gi'],
])('an upgrade that changes %s is taken', async (_what, from, to, storage) => {
  expect(await upgrade(from, to, storage)).toBe('');
});

test('a volume that is to grow is refused, with the commands by which it grows', async () => {
  const said = await upgrade({}, { kafka: { size: '16Gi' } });
  for (const part of [
    'StatefulSet sk-kafka was made with kafka.size 8Gi, not 16Gi',
    `kubectl --namespace demo patch pvc data-sk-kafka-0 --patch '{"spec":{"resources":{"requests":{"storage":"16Gi"}}}}'`,
    'kubectl --namespace demo delete statefulset sk-kafka --cascade=orphan',
  ])
    expect(said).toContain(part);
});

test.each<[string, Values, Values, string]>([
  ['a smaller size', {}, { kafka: { size: '4Gi' } }, 'kafka.size 8Gi, not 4Gi'],
  ['another class', {}, { persistence: { storageClass: 'fast' } }, 'persistence.storageClass "", not "fast"'],
  ['no volume', {}, { persistence: { enabled: false } }, 'with a volume'],
  ['a volume', { persistence: { enabled: false } }, {}, 'without a volume'],
  ['data in memory', {}, { kafka: { dataInMemory: { size: '64Mi' } } }, 'with a volume'],
])('%s is refused, since it would cost the data', async (_what, from, to, words) => {
  const said = await upgrade(from, to);
  expect(said).toContain(words);
  expect(said).toContain('kubectl --namespace demo delete statefulset/sk-kafka pvc/data-sk-kafka-0');
});
