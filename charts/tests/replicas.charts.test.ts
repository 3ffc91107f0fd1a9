import { describe, expect, test } from '@jest/globals';
import { groups, postingsReceived, postingsTagged } from '../../packages/contracts/src/topics.ts';
import { external } from './external.ts';
import { render, type Values } from './helm.ts';
import { ofKind, one } from './manifest.ts';

const hpa = (minReplicas: number) => ({ autoscaling: { enabled: true, minReplicas, maxReplicas: 4 } });

describe('a PodDisruptionBudget', () => {
  test.each<[string, string, Values, Values | undefined]>([
    ['is not there with one replica', 'gateway', { replicas: 1 }, undefined],
    ['keeps one of two replicas', 'gateway', { replicas: 2 }, { minAvailable: 1 }],
    ['keeps one where never less than two run', 'gateway', hpa(2), { minAvailable: 1 }],
    ['lets the last one go where one may run', 'gateway', hpa(1), { maxUnavailable: 1 }],
    ['does so under KEDA', 'tagging', { keda: { enabled: true } }, { maxUnavailable: 1 }],
    ['does so where the values say no number', 'gateway', { replicas: null }, { maxUnavailable: 1 }],
  ])('%s, and never a pod that is not ready', (_name, chart, values, promise) => {
    const [budget] = ofKind(render(values, chart), 'PodDisruptionBudget');
    const { selector: _selector, ...spec } = budget?.spec ?? { selector: {} };
    expect(spec).toEqual(promise ? { ...promise, unhealthyPodEvictionPolicy: 'AlwaysAllow' } : {});
  });

  test('is there by default for the services that have two replicas', () => {
    const budgets = ofKind(render(), 'PodDisruptionBudget').map(({ metadata }) => metadata.name);
    expect(budgets.sort()).toEqual(['sk-gateway', 'sk-ingestion']);
  });
});

test.each(['ingestion', 'tagging', 'gateway'])(
  'without a cluster to look into an autoscaler alone decides on the replicas of %s',
  (chart) => {
    const manifests = render(hpa(1), chart);
    const { spec } = one(manifests, 'HorizontalPodAutoscaler', `sk-${chart}`);
    expect(spec).toMatchObject({ minReplicas: 1, maxReplicas: 4, scaleTargetRef: { name: `sk-${chart}` } });
    // Of its own container: sidecars may have no request, of which a share could be taken.
    expect(spec).toMatchObject({
      metrics: [{ type: 'ContainerResource', containerResource: { name: 'cpu', container: chart } }],
    });
    expect(one(manifests, 'Deployment', `sk-${chart}`).spec).not.toHaveProperty('replicas');
  },
);

type Trigger = { metadata: Record<string, string>; authenticationRef?: { name: string } };
const scaled = (chart: string, values: Values = {}) => {
  const keda = { ...(values as { keda?: Values }).keda, enabled: true };
  const manifests = render({ ...values, keda }, chart);
  expect(one(manifests, 'Deployment', `sk-${chart}`).spec).not.toHaveProperty('replicas');
  const triggers = one(manifests, 'ScaledObject', `sk-${chart}`).spec.triggers as Trigger[];
  return { manifests, triggers };
};

describe('KEDA', () => {
  test.each([
    ['tagging', [[postingsReceived.name, groups.tagging]]],
    ['analytics', [groups.views, groups.facts].map((group) => [postingsTagged.name, group])],
  ])('scales %s by the lag of its own groups', (chart, lags) => {
    const { triggers } = scaled(chart);
    expect(triggers.map(({ metadata }) => [metadata.topic, metadata.consumerGroup])).toEqual(lags);
  });

  test('asks a broker of the release\u2019s namespace by a name that it knows, too', () => {
    const kafka = { brokers: ['engines-kafka:9092', 'k.example.net:9093'] };
    const [trigger] = scaled('tagging', { global: { ...external.global, kafka } }).triggers;
    const bootstrapServers = 'engines-kafka.demo.svc:9092,k.example.net:9093';
    expect(trigger?.metadata).toMatchObject({ bootstrapServers });
  });

  test('asks a broker by its IPv6 address', () => {
    const kafka = { brokers: ['[fd00::1]:9092'] };
    const [trigger] = scaled('tagging', { global: { ...external.global, kafka } }).triggers;
    expect(trigger?.metadata).toMatchObject({ bootstrapServers: '[fd00::1]:9092' });
  });

  test('logs in to the demo Kafka, by its name in the whole cluster', () => {
    const { manifests, triggers } = scaled('tagging');
    expect(triggers[0]?.metadata).toMatchObject({
      bootstrapServers: 'sk-kafka.demo.svc:9092',
      sasl: 'plaintext',
      tls: 'disable',
    });
    expect(one(manifests, 'TriggerAuthentication', 'sk-tagging').spec).toEqual({
      configMapTargetRef: [{ parameter: 'username', name: 'sk-tagging', key: 'KAFKA_SASL_USERNAME' }],
      secretTargetRef: [{ parameter: 'password', name: 'sk-engines', key: 'tagging-kafka-password' }],
    });
  });

  test('logs in to a Kafka of one own with SCRAM and its certificate authority', () => {
    const { manifests, triggers } = scaled('tagging', { global: external.global });
    expect(triggers[0]?.metadata).toMatchObject({ sasl: 'scram_sha512', tls: 'enable' });
    expect(one(manifests, 'TriggerAuthentication', 'sk-tagging').spec.secretTargetRef).toEqual([
      { parameter: 'password', name: 'mine', key: 'k' },
      { parameter: 'ca', name: 'kafka-ca', key: 'root.pem' },
    ]);
  });

  test('has nothing to log in with at a Kafka by TLS that knows no users and has a known authority', () => {
    const kafka = { brokers: ['k:9093'], tls: { enabled: true } };
    const { manifests, triggers } = scaled('tagging', { global: { ...external.global, kafka } });
    expect(triggers[0]?.metadata).toMatchObject({ sasl: 'none', tls: 'enable' });
    expect(triggers[0]).not.toHaveProperty('authenticationRef');
    expect(ofKind(manifests, 'TriggerAuthentication')).toEqual([]);
  });

  test('asks a Prometheus for seconds of lag where the values say so, and Kafka for nothing', () => {
    const prometheus = {
      serverAddress: 'https://metrics.example.net/prom',
      lagSeconds: 20,
      authentication: 'metrics',
      authModes: 'bearer',
    };
    const { manifests, triggers } = scaled('analytics', { keda: { trigger: 'prometheus', prometheus } });
    expect(triggers).toEqual(
      [groups.views, groups.facts].map((group) => ({
        type: 'prometheus',
        authenticationRef: { name: 'metrics' },
        metadata: {
          serverAddress: prometheus.serverAddress,
          authModes: 'bearer',
          query: `max(skillstream_consumer_lag_seconds{group="${group}",namespace="demo",release="sk"})`,
          threshold: '20',
          ignoreNullValues: 'false',
        },
      })),
    );
    expect(ofKind(manifests, 'TriggerAuthentication')).toEqual([]);
  });

  test('needs no log-in where Kafka has none', () => {
    const { manifests, triggers } = scaled('tagging', { global: { kafka: { brokers: ['k:9092'] } } });
    expect(triggers[0]).not.toHaveProperty('authenticationRef');
    expect(ofKind(manifests, 'TriggerAuthentication')).toEqual([]);
  });
});
