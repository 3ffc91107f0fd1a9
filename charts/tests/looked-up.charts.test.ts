import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { alone } from './alone.ts';
import { refusal, render, renderAlone, type Values } from './helm.ts';
import { startApiServer } from './looked-into.ts';
import { ofKind, one, type Manifest } from './manifest.ts';

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
  const set = (serviceName: string) => ({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    spec: { serviceName },
  });
  const secret = { apiVersion: 'v1', kind: 'Secret', data: { 'demo-certificate': 'eA==' } };
  let server: Awaited<ReturnType<typeof startApiServer>>;
  beforeAll(async () => {
    server = await startApiServer({
      '/apis/apps/v1/namespaces/demo/statefulsets/sk-kafka': set('sk-kafka'),
      '/api/v1/namespaces/demo/secrets/with-engines': secret,
    });
  });
  afterAll(() => server.stop());

  test('leaves a StatefulSet that runs the Service that it has, since nobody can change that', () => {
    const manifests = render({}, 'skillstream', 'sk', 'demo', server.address);
    expect(governing(manifests)).toEqual({ ...headless, 'sk-kafka': 'sk-kafka' });
  });

  test('takes a Secret with the demo key that somebody made by hand, and refuses without one', () => {
    const { auth: _, ...global } = alone['tagging']!['global'] as Values;
    const values = { ...alone['tagging'], global };
    expect(refusal(values, 'tagging', 'without', server.address)).toContain('no Secret without-engines');
    const manifests = renderAlone(values, 'tagging', 'with', 'demo', server.address);
    expect(ofKind(manifests, 'Deployment')).toHaveLength(1);
  });
});
