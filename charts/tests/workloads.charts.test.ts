import { describe, expect, test } from '@jest/globals';
import { refusal, render, type Values } from './helm.ts';
import { ofKind, one, pod, podsOf, type Manifest } from './manifest.ts';

const services = ['ingestion', 'tagging', 'analytics', 'gateway'];
const engines = ['kafka', 'mongodb', 'valkey'];
const forAll = (values: Values): Values => Object.fromEntries(services.map((name) => [name, values]));
const deployments = (manifests: Manifest[]) =>
  services.map((name) => one(manifests, 'Deployment', `sk-${name}`));
const plain = render();

describe('an upgrade under a quota without room', () => {
  test('takes a pod away before its successor comes, where the values say so', () => {
    const rollingUpdate = { maxUnavailable: 1, maxSurge: 0 };
    for (const { spec } of deployments(render(forAll({ strategy: { rollingUpdate } }))))
      expect(spec.strategy).toEqual({ type: 'RollingUpdate', rollingUpdate });
  });

  test('takes all of them, by type Recreate, which has no numbers', () => {
    for (const { spec } of deployments(render(forAll({ strategy: { type: 'Recreate' } }))))
      expect(spec.strategy).toEqual({ type: 'Recreate' });
  });

  test.each([
    [0, 0],
    ['0%', 0],
    [0, '0%'],
  ])('is refused with %j unavailable and %j more, by which no pod could go', (maxUnavailable, maxSurge) => {
    const message = refusal({ strategy: { rollingUpdate: { maxUnavailable, maxSurge } } }, 'gateway');
    expect(message).toContain('strategy.rollingUpdate.maxUnavailable and strategy.rollingUpdate.maxSurge');
  });
});

test('the values say how much of the past is kept', () => {
  const manifests = render({
    ...forAll({ revisionHistoryLimit: 1 }),
    engines: { revisionHistoryLimit: 2 },
    generator: { enabled: true, revisionHistoryLimit: 3 },
  });
  const limits = (kind: string) => ofKind(manifests, kind).map(({ spec }) => spec.revisionHistoryLimit);
  expect(limits('Deployment').sort()).toEqual([1, 1, 1, 1, 3]);
  expect(limits('StatefulSet')).toEqual([2, 2, 2]);
});

// Kubernetes has added rollingUpdate to what runs, and refuses it beside OnDelete: a merge has to take it away.
test('an engine is replaced when somebody deletes its pod, and has its time, where the values say so', () => {
  const values = { updateStrategy: { type: 'OnDelete' }, terminationGracePeriodSeconds: 120 };
  const manifests = render({ engines: values });
  for (const name of engines) {
    const strategyOf = (all: Manifest[]) => one(all, 'StatefulSet', `sk-${name}`).spec.updateStrategy;
    expect(strategyOf(manifests)).toEqual({ type: 'OnDelete', rollingUpdate: null });
    expect(strategyOf(plain)).toEqual({ type: 'RollingUpdate', rollingUpdate: { partition: 0 } });
    expect(pod(manifests, `sk-${name}`).spec.terminationGracePeriodSeconds).toBe(120);
    expect(pod(plain, `sk-${name}`).spec.terminationGracePeriodSeconds).toBe(30);
  }
});

describe.each(services)('%s', (name) => {
  test('takes more variables from ConfigMaps and Secrets, over which its own win', () => {
    const more = [{ configMapRef: { name: 'proxy' } }, { secretRef: { name: 'keys', optional: true } }];
    const manifests = render({ [name]: { extraEnvFrom: more } });
    const own = { configMapRef: { name: `sk-${name}` } };
    expect(pod(manifests, `sk-${name}`).container).toHaveProperty('envFrom', [...more, own]);
    const settings = one(manifests, 'ConfigMap', `sk-${name}`).data;
    expect(settings).toMatchObject({ HOST: '::', PORT: '8080', MANAGEMENT_PORT: '8081', AUTH_READS: 'open' });
    expect(pod(plain, `sk-${name}`).container).toHaveProperty('envFrom', [own]);
  });

  test('knows the names of addresses, and asks the name servers, that the values say', () => {
    const values = {
      hostAliases: [{ ip: '10.0.0.7', hostnames: ['kafka.example.net'] }],
      dnsConfig: { options: [{ name: 'ndots', value: '2' }] },
    };
    expect(pod(render({ [name]: values }), `sk-${name}`).spec).toMatchObject(values);
    expect(pod(plain, `sk-${name}`).spec).not.toHaveProperty('hostAliases');
    expect(pod(plain, `sk-${name}`).spec).not.toHaveProperty('dnsConfig');
  });
});

test('tagging asks for no less memory than it takes when it stands idle', () => {
  const asked = pod(plain, 'sk-tagging').container.resources?.requests?.['memory'];
  expect(Number.parseInt(asked ?? '', 10)).toBeGreaterThanOrEqual(226);
  expect(asked).toMatch(/Mi$/);
  expect(podsOf(plain).length).toBeGreaterThan(services.length);
});

test('what is of no one service runs on the nodes that its values name', () => {
  const nodes = {
    nodeSelector: { pool: 'batch' },
    tolerations: [{ key: 'batch', operator: 'Exists' }],
    affinity: { podAffinity: {} },
    priorityClassName: 'low',
  };
  const manifests = render({
    generator: { enabled: true, ...nodes },
    tokens: { enabled: true, ...nodes },
    test: nodes,
  });
  const asked = podsOf(manifests).filter(({ name }) => /-(generator|token|test)$/.test(name));
  expect(asked).toHaveLength(3);
  for (const { spec } of asked) expect(spec).toMatchObject(nodes);
});
