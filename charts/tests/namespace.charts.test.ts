import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { chartsCopy } from './config.ts';
import { external } from './external.ts';
import { render, renderBySource, type Values } from './helm.ts';
import { ofKind, pod } from './manifest.ts';
import { charts } from './set-up.ts';
import { variants } from './variants.ts';

const boards = { contact: 'jobs@acme.example', sources: [{ name: 'a', address: 'https://b.example/a' }] };
const scaled = { keda: { enabled: true } };
/** Values by which a service that is installed alone makes every object that it can. */
const alone: Record<string, Values[]> = {
  ingestion: [{ boards, autoscaling: { enabled: true } }],
  tagging: [{ autoscaling: { enabled: true } }, scaled],
  analytics: [scaled],
  gateway: [
    {
      urls: { ingestion: 'http://i', tagging: 'http://t', analytics: 'http://a' },
      autoscaling: { enabled: true },
      ingress: { enabled: true },
      httpRoute: { enabled: true, parentRefs: [{ name: 'edge' }] },
    },
  ],
};
const watched = { monitoring: { podSelector: { app: 'prometheus' }, serviceMonitor: { enabled: true } } };
const valuesOf = (chart: string): Values[] => {
  if (chart === 'engines') return [{}];
  const own = alone[chart];
  if (own) return own.map((values) => ({ ...values, global: { ...external.global, ...watched } }));
  return [...Object.values(variants), { ingestion: { boards } }];
};

const templatesOf = (chart: string) =>
  readdirSync(join(chartsCopy.folder(), chart, 'templates'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && file !== 'extra-objects.yaml')
    .map((file) => `${chart}/templates/${file}`)
    .sort();

test.each(charts)('every template of %s names the namespace of the release in every object', (chart) => {
  const objects = valuesOf(chart).flatMap((values) => renderBySource(values, chart));
  const elsewhere = objects.filter(({ manifest }) => manifest.metadata.namespace !== 'demo');
  expect(elsewhere.map(({ source }) => source)).toEqual([]);
  const seen = new Set(objects.map(({ source }) => source));
  expect(templatesOf(chart).filter((file) => !seen.has(file))).toEqual([]);
});

test('a namespace whose name YAML takes for a number is a text', () => {
  const namespaces = render({}, 'skillstream', 'sk', '42').map(({ metadata }) => metadata.namespace);
  expect(new Set(namespaces)).toEqual(new Set(['42']));
});

test('objects of the user stay as they are', () => {
  const own = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'mine', namespace: 'elsewhere' } };
  const plain = { ...own, metadata: { name: 'plain' } };
  const found = ofKind(render({ extraObjects: [own, plain] }), 'ConfigMap');
  const namespaceOf = (name: string) => found.find(({ metadata }) => metadata.name === name)?.metadata;
  expect(namespaceOf('mine')).toEqual({ name: 'mine', namespace: 'elsewhere' });
  expect(namespaceOf('plain')).toEqual({ name: 'plain' });
});

test('Kafka tells its clients the namespace that its pod is in, whatever helm was told', () => {
  const { env = [] } = pod(render(), 'sk-kafka').container;
  const names = env.map(({ name }) => name);
  const advertised = env.find(({ name }) => name === 'KAFKA_ADVERTISED_LISTENERS');
  expect(advertised?.value).toContain('CLIENT://sk-kafka.$(POD_NAMESPACE).svc:9092');
  expect(env.find(({ name }) => name === 'POD_NAMESPACE')).toEqual({
    name: 'POD_NAMESPACE',
    valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } },
  });
  // Kubernetes puts in only what stands before.
  expect(names.indexOf('POD_NAMESPACE')).toBeLessThan(names.indexOf('KAFKA_ADVERTISED_LISTENERS'));
});
