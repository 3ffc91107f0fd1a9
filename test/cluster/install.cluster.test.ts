import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/runtime/testing';
import { memoryOfPods } from '../../packages/cli/src/cluster/memory-of-pods.ts';
import { claimsOf } from '../../packages/cli/src/cluster/remains.ts';
import { look, restartsOf } from '../../packages/cli/src/cluster/watch.ts';
import { pipelineFlow, sample } from '../flows/pipeline.ts';
import { sendAll } from '../platform/send.ts';
import { askRelease, createClusterRelease } from './cluster-platform.ts';
import { figure, secondsSince } from './figures.ts';
import { helm, kubectl } from './kubectl.ts';
import { allowed, tryAll, type Attempt } from './network.ts';

// One release, from nothing to nothing: installed, used, looked at from all sides, taken away.
const release = createClusterRelease('skillstream-install');
const { namespace } = release;
const MB = 1024 ** 2;

beforeAll(() => release.purge(), 120_000);
afterAll(() => release.purge(), 120_000);

pipelineFlow(async () => {
  const startedMs = performance.now();
  await release.install();
  await release.ready();
  figure(`install to all ready: ${secondsSince(startedMs)} s`);
  const questions = await askRelease(release);
  // One of those that the flow sends, so that it finds what it expects.
  await sendAll(questions.url, [sample[0]!.posting]);
  await until('the first posting is counted', async () => (await questions.ledger()).total.counted === 1);
  figure(`install to the first posting counted: ${secondsSince(startedMs)} s`);
  return questions;
});

test('nothing restarted, and all of it together takes at most 1.5 GB', async () => {
  const { pods } = await look(release.target);
  expect(restartsOf(pods)).toBe(0);
  const memory = await until(
    'there are metrics of every pod',
    async () => {
      const found = await memoryOfPods(release.run, namespace, release.release);
      return found.size >= pods.length ? found : null;
    },
    90_000,
  );
  for (const [pod, bytes] of memory) figure(`memory of ${pod}: ${Math.round(bytes / MB)} MiB`);
  const sum = [...memory.values()].reduce((total, bytes) => total + bytes, 0);
  figure(`memory in all: ${Math.round(sum / MB)} MiB, ${pods.length} pods, 0 restarts`);
  expect(sum).toBeLessThanOrEqual(1.5 * 1024 * MB);
});

test('helm test asks the API a question and gets its answer', async () => {
  expect(await helm('test', release.release, '-n', namespace)).toContain('Succeeded');
});

test('pods reach what the design names and nothing else', async () => {
  const attempts: Attempt[] = await tryAll(namespace);
  for (const { from, to, port, open } of attempts) if (open) figure(`open: ${from} > ${to}:${port}`);
  figure(`${attempts.length} connections tried, ${attempts.filter(({ open }) => open).length} open`);
  const asked = attempts.map((one) => ({ ...one, open: allowed(one) }));
  expect(attempts).toEqual(asked);
});

test('the eviction API refuses the last replica that a disruption budget protects', async () => {
  const evict = async (pod: string) =>
    release.run(
      'kubectl',
      ['create', '--raw', `/api/v1/namespaces/${namespace}/pods/${pod}/eviction`, '-f', '-'],
      JSON.stringify({ apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name: pod, namespace } }),
    );
  const names = JSON.parse(
    await kubectl('get', 'pods', '-n', namespace, '-l', 'app.kubernetes.io/name=gateway', '-o', 'json'),
  ) as { items: { metadata: { name: string } }[] };
  const [first, second] = names.items.map(({ metadata }) => metadata.name);
  expect((await evict(first!)).code).toBe(0);
  const refused = await evict(second!);
  expect(refused.code).not.toBe(0);
  expect(refused.complaint).toContain('disruption budget');
  await release.ready();
});

test('helm uninstall leaves the volumes and their Secret alone, and says so', async () => {
  const said = await helm('uninstall', release.release, '-n', namespace, '--wait');
  expect(said).toContain('skillstream-engines');
  const kinds =
    'deployments,statefulsets,services,configmaps,secrets,networkpolicies,poddisruptionbudgets,serviceaccounts,horizontalpodautoscalers,jobs';
  const selector = `app.kubernetes.io/instance=${release.release}`;
  const left = await kubectl('get', kinds, '-n', namespace, '-l', selector, '-o', 'name');
  expect(left.trim()).toBe('secret/skillstream-engines');
  expect((await claimsOf(release.target)).length).toBe(3);
});
