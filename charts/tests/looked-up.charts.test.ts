import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { alone } from './alone.ts';
import { render, type Values } from './helm.ts';
import { ofKind, one, pod, type Manifest } from './manifest.ts';
import { renderSeeing } from './seeing-helm.ts';
import { startStubCluster } from './stub-cluster.ts';

const governing = (manifests: Manifest[]) =>
  Object.fromEntries(
    ofKind(manifests, 'StatefulSet').map(({ metadata, spec }) => [metadata.name, spec['serviceName']]),
  );
const headless = {
  'sk-kafka': 'sk-kafka-headless',
  'sk-mongodb': 'sk-mongodb-headless',
  'sk-valkey': 'sk-valkey-headless',
};
const ofClients = { 'sk-kafka': 'sk-kafka', 'sk-mongodb': 'sk-mongodb', 'sk-valkey': 'sk-valkey' };

describe('the Service that governs an engine', () => {
  test('is headless, and there', () => {
    const manifests = render();
    expect(governing(manifests)).toEqual(headless);
    for (const name of Object.values(headless)) {
      const { spec } = one(manifests, 'Service', name);
      expect(spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
      expect(spec.selector).toEqual(one(manifests, 'Service', name.replace('-headless', '')).spec.selector);
    }
  });

  test('is that of the clients where the values say so, for a release from before there were headless ones', () => {
    const manifests = render({ engines: { headlessServices: { govern: false } } });
    expect(governing(manifests)).toEqual(ofClients);
    for (const name of Object.values(ofClients)) one(manifests, 'Service', name);
  });
});

describe('a chart that can look into the cluster', () => {
  let cluster: Awaited<ReturnType<typeof startStubCluster>>;
  beforeAll(async () => void (cluster = await startStubCluster()));
  beforeEach(() => cluster.reset('demo'));
  afterAll(() => cluster.stop());

  test('restarts the readers of a Secret that changed, by a sum from which its password cannot be guessed', async () => {
    const access = {
      brokers: ['k:9092'],
      sasl: { mechanism: 'plain', username: 'u' },
      existingSecret: { name: 'mine' },
    };
    const sumOf = async (uid: string, password: string) => {
      const data = { password: Buffer.from(password).toString('base64') };
      cluster.put({ kind: 'Secret', metadata: { name: 'mine', namespace: 'demo', uid }, data });
      const manifests = await renderSeeing(cluster, { global: { kafka: access } });
      return pod(manifests, 'sk-tagging').annotations['checksum/secrets'];
    };
    const first = await sumOf('a', 'one');
    expect(await sumOf('a', 'one')).toBe(first);
    expect(await sumOf('a', 'two')).not.toBe(first);
    expect(await sumOf('b', 'one')).not.toBe(first);
  });

  test('leaves a StatefulSet that runs the Service that it has, since nobody can change that', async () => {
    const kafka = one(
      render({ engines: { headlessServices: { govern: false } } }),
      'StatefulSet',
      'sk-kafka',
    );
    cluster.put({ ...kafka, apiVersion: 'apps/v1' });
    const manifests = await renderSeeing(cluster);
    expect(governing(manifests)).toEqual({ ...headless, 'sk-kafka': 'sk-kafka' });
  });

  test('takes a Secret with the demo key that somebody made by hand, and refuses without one', async () => {
    const { auth: _, ...global } = alone['tagging']!['global'] as Values;
    const values = { ...alone['tagging'], global };
    const seeing = (release: string) => ({ address: cluster.address, chart: 'tagging', release });
    await expect(renderSeeing(seeing('without'), values)).rejects.toThrow('no Secret without-engines');
    const metadata = { name: 'with-engines', namespace: 'demo' };
    cluster.put({ kind: 'Secret', metadata, data: { 'demo-certificate': 'eA==' } });
    expect(ofKind(await renderSeeing(seeing('with'), values), 'Deployment')).toHaveLength(1);
  });
});
