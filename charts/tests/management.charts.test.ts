import { describe, expect, test } from '@jest/globals';
import { admits, allowedEdges } from './edges.ts';
import { render, type Values } from './helm.ts';
import { ofKind, one, pod, type Manifest } from './manifest.ts';

const services = ['ingestion', 'tagging', 'analytics', 'gateway'];
const plain = render();
const watched = { monitoring: { podSelector: { app: 'prometheus' }, serviceMonitor: { enabled: true } } };
/** Every way into a release that the charts have. */
const open: Values = {
  global: watched,
  gateway: {
    service: { type: 'NodePort' },
    ingress: { enabled: true, hosts: ['jobs.example.org'] },
    httpRoute: { enabled: true, parentRefs: [{ name: 'edge' }], hostnames: ['jobs.example.org'] },
  },
};
type Port = { name: string; port: number; targetPort: number | string };
const portsOf = ({ spec }: Manifest) => spec['ports'] as Port[];
const leadsToManagement = (service: Manifest) =>
  portsOf(service).some(({ targetPort }) => targetPort === 'management' || targetPort === 8081);
const namesOf = (manifests: Manifest[]) => manifests.map(({ metadata }) => metadata.name).sort();

describe.each(services)('the management port of %s', (name) => {
  test('is one of its pod beside that of callers, and the one that all probes ask', () => {
    const { container } = pod(plain, `sk-${name}`);
    expect(container).toMatchObject({
      ports: [
        { name: 'http', containerPort: 8080 },
        { name: 'management', containerPort: 8081 },
      ],
      startupProbe: { httpGet: { port: 'management' } },
      livenessProbe: { httpGet: { port: 'management' } },
      readinessProbe: { httpGet: { port: 'management' } },
    });
  });

  test('is in no Service that callers come by, and in none at all unless a ServiceMonitor reads it', () => {
    expect(ofKind(plain, 'Service').filter(leadsToManagement)).toEqual([]);
    const service = one(render(open), 'Service', `sk-${name}`);
    expect(portsOf(service)).toEqual([expect.objectContaining({ name: 'http', targetPort: 'http' })]);
  });

  test('has a Service of its own where one does, which has no address', () => {
    const { metadata, spec } = one(render(open), 'Service', `sk-${name}-metrics`);
    expect(metadata.labels).toMatchObject({ 'app.kubernetes.io/component': 'metrics' });
    expect(spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
    expect(spec).not.toHaveProperty('type');
    expect(spec['ports']).toEqual([
      { name: 'management', port: 8081, targetPort: 'management', appProtocol: 'http' },
    ]);
  });

  test('is reached by nobody unless the values say by whom, whoever may come to the other one', () => {
    const [policy, named] = [
      plain,
      render({ global: { monitoring: { namespaceSelector: { a: 'b' } } } }),
    ].map((manifests) => one(manifests, 'NetworkPolicy', `sk-${name}`));
    expect(admits(policy!, { a: 'b' }, {})).toBe(false);
    expect(admits(named!, { a: 'b' }, {})).toBe(true);
    expect(admits(named!, { a: 'c' }, {})).toBe(false);
    // Who reads metrics has no way to the callers' port by it.
    expect(admits(named!, { a: 'b' }, {}, 8080)).toBe(name === 'gateway');
  });
});

test('no route, no Ingress and no port of a node leads to a management port', () => {
  const manifests = render(open);
  const outward = ofKind(manifests, 'Service').filter(
    ({ spec }) => (spec['type'] ?? 'ClusterIP') !== 'ClusterIP',
  );
  expect(namesOf(outward)).toEqual(['sk-gateway']);
  expect(outward.filter(leadsToManagement)).toEqual([]);
  const leading = namesOf(ofKind(manifests, 'Service').filter(leadsToManagement));
  expect(leading).toEqual(services.map((name) => `sk-${name}-metrics`).sort());
  const routes = JSON.stringify([...ofKind(manifests, 'HTTPRoute'), ...ofKind(manifests, 'Ingress')]);
  expect(routes).toContain('"name":"sk-gateway"');
  for (const name of [...leading, 'management', '8081']) expect(routes).not.toContain(name);
});

test('no pod of a release reaches the management port of another', () => {
  expect(allowedEdges(plain).filter((edge) => edge.endsWith(':8081'))).toEqual([]);
});

test('the longest name of a release leaves each Service of metrics a name that Kubernetes takes', () => {
  const release = `r${'e'.repeat(52)}`;
  const manifests = render({ global: watched }, 'skillstream', release);
  const names = namesOf(ofKind(manifests, 'Service').filter(leadsToManagement));
  expect(new Set(names).size).toBe(services.length);
  for (const name of names) expect(name).toMatch(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])$/);
});
