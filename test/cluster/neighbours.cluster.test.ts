import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { install } from '../../packages/cli/src/cluster/install.ts';
import { runTool } from '../../packages/cli/src/cluster/run-tool.ts';
import { waitUntilAllReady } from '../../packages/cli/src/cluster/watch.ts';
import { createClusterRelease, imageTag } from './cluster-platform.ts';
import { figure, secondsSince } from './figures.ts';
import { apply, helm, kubectl, podAddress } from './kubectl.ts';
import { services } from './network.ts';
import { scrape } from './scraper.ts';

// Two releases in one namespace, with the longest names that Helm takes, which differ in the last letter alone.
const { namespace, purge } = createClusterRelease('skillstream-neighbours');
const [monitoring, elsewhere] = ['skillstream-monitoring', 'skillstream-elsewhere'];
const names = ['1', '2'].map((last) => 'long-release-name-'.repeat(3).slice(0, 52) + last);
const shared = [{ name: 'shared', mountPath: '/shared' }];
const container = (name: string, script: string) => ({
  name,
  image: `skillstream/tagging:${imageTag}`,
  command: ['/nodejs/bin/node', '-e', script],
  volumeMounts: shared,
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
});
const wanted = {
  ingestion: { replicas: 1 },
  gateway: { replicas: 1 },
  global: {
    monitoring: {
      namespaceSelector: { 'kubernetes.io/metadata.name': monitoring },
      podSelector: { app: 'prometheus' },
    },
  },
  tagging: {
    extraVolumes: [{ name: 'shared', emptyDir: { sizeLimit: '1Mi' } }],
    extraVolumeMounts: shared,
    initContainers: [container('prepare', "fs.writeFileSync('/shared/ready', 'yes')")],
    sidecars: [container('beside', 'setInterval(() => {}, 1e6)')],
  },
};
const folder = mkdtempSync(join(tmpdir(), 'skillstream-neighbours-'));
const values = join(folder, 'values.json');

const purgeAll = async () => {
  await purge();
  for (const name of [monitoring, elsewhere])
    await kubectl('delete', 'namespace', name, '--ignore-not-found', '--timeout=300s');
};
beforeAll(purgeAll);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await purgeAll();
});

test('both become ready beside each other, with containers and a volume of the values', async () => {
  writeFileSync(values, JSON.stringify(wanted));
  const startedMs = performance.now();
  for (const release of names)
    await install({ run: runTool, namespace, release }, { tag: imageTag, values: [values], sets: [] });
  for (const release of names)
    await waitUntilAllReady({ run: runTool, namespace, release }, () => {}, 480_000);
  figure(`two releases with names of 53 letters ready: ${secondsSince(startedMs)} s`);
  for (const release of names) {
    const inTagging = ['exec', '-n', namespace, `deployment/${release}-tagging`, '-c', 'tagging', '--'];
    const read = "process.stdout.write(fs.readFileSync('/shared/ready', 'utf8'))";
    expect(await kubectl(...inTagging, '/nodejs/bin/node', '-e', read)).toBe('yes');
  }
});

test.each(names)('%s counts its own postings', async (release) => {
  expect(await helm('test', release, '-n', namespace)).toContain('Succeeded');
});

test.each(services)(
  'metrics of %s are read by the pod that the values name, and by no other',
  async (name) => {
    const labels = [`app.kubernetes.io/name=${name}`, `app.kubernetes.io/instance=${names[0]}`];
    const url = `http://${await podAddress(namespace, ...labels)}:8081/metrics`;
    for (const one of [monitoring, elsewhere])
      await apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: one } });
    expect(await scrape({ namespace: monitoring, app: 'prometheus' }, url)).toBe('read');
    expect(await scrape({ namespace: monitoring, app: 'another' }, url)).toBe('refused');
    expect(await scrape({ namespace: elsewhere, app: 'prometheus' }, url)).toBe('refused');
  },
);

test('metrics are not at the port that the gateway is everybody’s door by', async () => {
  const url = `http://${names[0]}-gateway.${namespace}/metrics`;
  expect(await scrape({ namespace: elsewhere, app: 'anybody' }, url)).toContain('"status":404');
});
