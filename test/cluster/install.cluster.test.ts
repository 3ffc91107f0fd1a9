import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { retagJob, tagsResult } from '@skillstream/contracts';
import { memoryOfPods } from '../../packages/cli/src/cluster/memory-of-pods.ts';
import { install } from '../../packages/cli/src/cluster/install.ts';
import { claimsOf } from '../../packages/cli/src/cluster/target.ts';
import { readRelease, restartsOf } from '../../packages/cli/src/cluster/watch.ts';
import { pipelineFlow, sample } from '../flows/pipeline.ts';
import { linesOf, ONE_POSTING } from '../platform/one-posting-trace.ts';
import { createOwnTaxonomy } from '../platform/own-taxonomy.ts';
import { sendAll } from '../platform/send.ts';
import { allowed as allowedBy } from '../platform/token.ts';
import { askRelease, createClusterRelease, imageTag } from './cluster-platform.ts';
import { createCollector } from './collector.ts';
import { figure, secondsSince } from './figures.ts';
import { helm, kubectl } from './kubectl.ts';
import { allowed, reaches, tryAll, type Attempt } from './network.ts';

// One release, from nothing to nothing: installed, used, looked at from all sides, taken away.
const release = createClusterRelease('skillstream-install');
const { namespace } = release;
const MB = 1024 ** 2;
const monitoring = 'skillstream-traces';
const collector = createCollector(monitoring);
const folder = mkdtempSync(join(tmpdir(), 'skillstream-install-'));

beforeAll(async () => {
  await release.purge();
  await collector.purge();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await collector.purge();
  await release.purge();
});

pipelineFlow(async () => {
  const startedMs = performance.now();
  await release.install();
  await release.ready();
  figure(`install to all ready: ${secondsSince(startedMs)} s`);
  const queries = await askRelease(release);
  // One of those that the flow sends, so that it finds what it expects.
  await sendAll(queries.url, [sample[0]!.posting], queries.tokens);
  await until('the first posting is counted', async () => (await queries.ledger()).total.counted === 1);
  figure(`install to the first posting counted: ${secondsSince(startedMs)} s`);
  return queries;
});

test('nothing restarted, and all of it together takes at most 1.5 GB', async () => {
  const { pods } = await readRelease(release.target);
  expect(restartsOf(pods)).toBe(0);
  const memory = await until('there are metrics of every pod', async () => {
    const found = await memoryOfPods(release.run, namespace, release.release);
    return found.size >= pods.length ? found : null;
  });
  for (const [pod, bytes] of memory) figure(`memory of ${pod}: ${Math.round(bytes / MB)} MiB`);
  const sum = [...memory.values()].reduce((total, bytes) => total + bytes, 0);
  figure(`memory in all: ${Math.round(sum / MB)} MiB, ${pods.length} pods, 0 restarts`);
  expect(sum).toBeLessThanOrEqual(1.5 * 1024 * MB);
});

test('helm test asks the API a question, gets its answer, and has its log afterwards', async () => {
  const said = await helm('test', release.release, '-n', namespace, '--logs');
  expect(said).toContain('Succeeded');
  expect(said).toContain(`POD LOGS: ${release.release}-test`);
});

test('where a quota has no room for helm test its resources make it fit', async () => {
  const tested = () => helm('test', release.release, '-n', namespace, '--timeout', '2m');
  const requested = 'jsonpath={.items[*].spec.containers[*].resources.requests.memory}';
  // What has ended counts for no quota.
  const running = ['-n', namespace, '--field-selector=status.phase=Running', '-o', requested];
  const sizes = (await kubectl('get', 'pods', ...running)).trim().split(/\s+/);
  const used = sizes.reduce((sum, size) => sum + Number.parseInt(size, 10), 0);
  const hard = `--hard=requests.memory=${used + 32}Mi`;
  await kubectl('create', 'quota', 'tight', '-n', namespace, hard);
  try {
    await expect(tested()).rejects.toThrow(/exceeded quota/);
    await release.install('test.resources.requests.memory=16Mi');
    expect(await tested()).toContain('Succeeded');
  } finally {
    await kubectl('delete', 'quota', 'tight', '-n', namespace);
    await release.install();
  }
});

test('another volume than an engine has is refused before anything is changed', async () => {
  const revisions = () => helm('history', release.release, '-n', namespace, '-o', 'json');
  const before = await revisions();
  await expect(release.install('engines.mongodb.size=16Gi')).rejects.toThrow(/mongodb\.size 8Gi, not 16Gi/);
  await expect(release.install('engines.persistence.enabled=false')).rejects.toThrow(/with a volume/);
  expect(await revisions()).toBe(before);
  // As Kubernetes writes it in another way.
  await release.install('engines.mongodb.size=8192Mi');
  await release.ready();
});

test('pods reach what the design names and nothing else', async () => {
  const attempts: Attempt[] = await tryAll(namespace);
  for (const { from, to, port, open } of attempts) if (open) figure(`open: ${from} > ${to}:${port}`);
  figure(`${attempts.length} connections tried, ${attempts.filter(({ open }) => open).length} open`);
  const asked = attempts.map((one) => ({ ...one, open: allowed(one) }));
  expect(attempts).toEqual(asked);
});

test('one posting is one trace, in the collector of another namespace that the values name', async () => {
  await collector.start();
  const open = () => reaches(namespace, 'tagging', collector.host, collector.port);
  expect(await open()).toBe(false);
  const peers = [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': monitoring } } }];
  const endpoint = `http://${collector.host}:${collector.port}`;
  const values = join(folder, 'tracing.json');
  writeFileSync(values, JSON.stringify({ global: { tracing: { endpoint, egress: { cidrs: [], peers } } } }));
  await install(release.target, { tag: imageTag, values: [values], sets: [] });
  await release.ready();
  // One that is ending may still be the relay, and traces nothing.
  await until('no pod of before is left', async () => {
    const ending = 'jsonpath={.items[*].metadata.deletionTimestamp}';
    return (await kubectl('get', 'pods', '-n', namespace, '-o', ending)).trim() === '';
  });
  expect(await open()).toBe(true);
  const queries = await askRelease(release);
  try {
    const posting = { source: 'traces', sourceId: 'one', title: 'Developer', description: 'Kafka and Go.' };
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(
      `${queries.url}/v1/postings`,
      await allowedBy({ method: 'POST', headers, body: JSON.stringify(posting) }, queries.tokens),
    );
    expect(response.status).toBe(202);
    const expected = ONE_POSTING.map((line) => line.replace(/ \(\w+\)/, ''));
    const spans = await until('the trace is whole', async () => {
      const found = await collector.spansOf(response.headers.get('trace-id')!);
      if (!('spans' in found)) throw new Error(JSON.stringify(found));
      return expected.every((line) => linesOf(found.spans).includes(line)) && found.spans;
    });
    expect(linesOf(spans)).toEqual(expected);
    await queries.settled();
  } finally {
    await queries.stop();
  }
});

test("a taxonomy of one's own comes in a ConfigMap, and reaches the postings that are there", async () => {
  const taxonomy = createOwnTaxonomy();
  // Created, not applied: an applied object is kept a second time in an annotation, which has less room.
  await kubectl('create', 'configmap', 'our-skills', '-n', namespace, `--from-file=${taxonomy.folder}`);
  taxonomy.remove();
  await release.install('tagging.taxonomy.configMap=our-skills');
  await release.ready();
  const queries = await askRelease(release);
  try {
    const tags = await until('tagging knows it', async () => {
      const body = JSON.stringify({ text: 'We use Zebrascript.' });
      const headers = { 'content-type': 'application/json' };
      const response = tagsResult.parse(await queries.change('/v1/tags', { method: 'POST', headers, body }));
      return response.taxonomyVersion === taxonomy.version ? response.tags : null;
    });
    expect(tags).toMatchObject([{ skillId: 'zebrascript' }]);
    const startedMs = performance.now();
    await queries.change('/v1/retag', { method: 'POST' });
    const job = await until('all are tagged again', async () => {
      const found = retagJob.parse(await queries.get('/v1/retag'));
      return found.state === 'done' ? found : null;
    });
    await queries.settled();
    figure(`${job.done} postings tagged again in ${secondsSince(startedMs)} s`);
    expect((await queries.verify()).differences).toEqual([]);
  } finally {
    await queries.stop();
  }
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
