import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { chartsCopy } from './config.ts';
import { helm, refusal, render, type Values } from './helm.ts';
import { ofKind, podsOf, settingsOf } from './manifest.ts';

const file = join(import.meta.dirname, '../skillstream/values-production.yaml');
const production = parse(readFileSync(file, 'utf8')) as Values & { global: { auth: Values } };
const manifests = render(production);
const services = ['analytics', 'gateway', 'ingestion', 'tagging'].map((name) => `sk-${name}`);
const namesOf = (kind: string) => ofKind(manifests, kind).map(({ metadata }) => metadata.name);

describe('a production', () => {
  test('passes the linter', () => {
    const args = ['lint', '--strict', '--quiet', '--values', file, join(chartsCopy.folder(), 'skillstream')];
    expect(helm(args)).toEqual({ status: 0, output: '' });
  });

  test('has three of each service, of which a drain takes no more than its budget lets it', () => {
    const scaled = ofKind(manifests, 'HorizontalPodAutoscaler').map(({ spec }) => ({
      name: (spec['scaleTargetRef'] as { name: string }).name,
      least: spec['minReplicas'],
    }));
    const fixed = ofKind(manifests, 'Deployment').flatMap(({ metadata, spec }) =>
      scaled.some(({ name }) => name === metadata.name) ? [] : { name: metadata.name, least: spec.replicas },
    );
    const least = Object.fromEntries([...scaled, ...fixed].map((one) => [one.name, one.least]));
    expect(least).toEqual(Object.fromEntries(services.map((name) => [name, 3])));
    expect(namesOf('PodDisruptionBudget').sort()).toEqual(services);
    for (const { spec } of podsOf(manifests).filter(({ kind }) => kind === 'Deployment'))
      expect(spec.topologySpreadConstraints).toHaveLength(2);
  });

  test('runs no engine and makes no password: its own are reached by TLS, with three copies of the topics', () => {
    expect([...namesOf('StatefulSet'), ...namesOf('Secret')]).toEqual([]);
    const settings = Object.assign({}, ...settingsOf(manifests)) as Values;
    expect(settings).toMatchObject({
      REPLICATION_FACTOR: '3',
      KAFKA_TLS: 'true',
      MONGO_TLS: 'true',
      REDIS_URL: expect.stringMatching(/^rediss:/),
    });
  });

  test('answers nobody without a token of its issuer', () => {
    for (const settings of settingsOf(manifests))
      expect(settings).toMatchObject({
        ENVIRONMENT: 'production',
        AUTH_READS: 'closed',
        AUTH_ISSUER: expect.stringMatching(/^https:/),
      });
    expect(JSON.stringify(manifests)).not.toContain('AUTH_DEMO');
  });

  test('is reached by TLS through its ingress controller alone, and leaves for no address but those named', () => {
    const [ingress] = ofKind(manifests, 'Ingress');
    expect(ingress!.spec['tls']).toEqual([{ hosts: ['jobs.example.com'], secretName: 'jobs-tls' }]);
    const rules = ofKind(manifests, 'NetworkPolicy').flatMap(({ spec }) => spec.egress ?? []);
    expect(rules.filter(({ to }) => !to || to.length === 0)).toEqual([]);
    const cidrs = rules.flatMap(({ to }) => to!.flatMap(({ ipBlock }) => ipBlock?.cidr ?? []));
    expect(new Set(cidrs)).toEqual(new Set(['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24']));
    const gateway = ofKind(manifests, 'NetworkPolicy').find(
      ({ metadata }) => metadata.name === 'sk-gateway',
    )!;
    const openTo = gateway.spec.ingress!.filter(({ from }) => !from || from.length === 0);
    expect(openTo).toEqual([]);
  });

  test('is watched: a monitor for each service, rules and dashboards', () => {
    expect(namesOf('ServiceMonitor').sort()).toEqual(services);
    expect(namesOf('PrometheusRule')).toHaveLength(1);
    const dashboards = ofKind(manifests, 'ConfigMap').filter(
      ({ metadata }) => metadata.labels?.['grafana_dashboard'] === '1',
    );
    expect(dashboards.length).toBeGreaterThan(5);
  });

  test('takes no demo key: who switches it on is refused', () => {
    const auth = { ...production.global.auth, demoKey: { enabled: true } };
    expect(refusal({ ...production, global: { ...production.global, auth } })).toMatch(/demo/);
  });
});

test.each(['aws', 'azure', 'google', 'on-premises'])('the engines of %s go on top of it', (cloud) => {
  const over = join(import.meta.dirname, `../../k8s/environments/${cloud}.yaml`);
  const args = ['template', 'sk', join(chartsCopy.folder(), 'skillstream'), '--namespace', 'demo'];
  const { status, output } = helm([...args, '--values', file, '--values', over]);
  expect({ status, refused: status === 0 ? '' : output }).toEqual({ status: 0, refused: '' });
  expect(output).toContain('AUTH_READS: closed');
});
