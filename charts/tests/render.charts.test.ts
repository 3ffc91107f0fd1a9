import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { external } from './external.ts';
import { lint, notes, render, type Values } from './helm.ts';
import { charts } from './set-up.ts';

const names = (values: Values = {}) =>
  render(values)
    .map(({ kind, metadata }) => `${kind} ${metadata.name}`)
    .sort();
const plain = names();
const services = ['ingestion', 'tagging', 'analytics', 'gateway'];
const engines = ['kafka', 'mongodb', 'valkey'];
const everyEngine = (kind: string) => engines.map((name) => `${kind} sk-${name}`);
const headless = engines.map((name) => `Service sk-${name}-headless`);

test.each(charts)('helm lint finds nothing in %s', (chart) => {
  expect(lint(chart)).toBe('');
});

test('every object has a name of its own', () => {
  expect(new Set(plain).size).toBe(plain.length);
});

const scrape = {
  global: { monitoring: { podSelector: { app: 'prometheus' }, serviceMonitor: { enabled: true } } },
};
const route = { enabled: true, parentRefs: [{ name: 'edge' }] };
describe('a toggle adds and takes away exactly its own objects', () => {
  test.each<[string, Values, string[], string[]]>([
    [
      'ServiceMonitors',
      scrape,
      services.flatMap((name) => [`ServiceMonitor sk-${name}`, `Service sk-${name}-metrics`]),
      [],
    ],
    ['HTTPRoute', { gateway: { httpRoute: route } }, ['HTTPRoute sk-gateway'], []],
    ['Ingress', { gateway: { ingress: { enabled: true } } }, ['Ingress sk-gateway'], []],
    [
      'no service account',
      { gateway: { serviceAccount: { create: false } } },
      [],
      ['ServiceAccount sk-gateway'],
    ],
    [
      'no PodDisruptionBudget',
      { gateway: { podDisruptionBudget: { enabled: false } } },
      [],
      ['PodDisruptionBudget sk-gateway'],
    ],
    [
      'no network policies',
      { global: { networkPolicy: { enabled: false } } },
      [],
      plain.filter((name) => name.startsWith('NetworkPolicy')),
    ],
    [
      'no demo engines',
      external,
      [],
      [
        ...['Secret sk-engines', 'ServiceAccount sk-engines'],
        ...['StatefulSet', 'Service', 'NetworkPolicy'].flatMap(everyEngine),
        ...headless,
        ...[plain.find((name) => name.startsWith('Job '))!, 'NetworkPolicy sk-kafka-rights'],
      ],
    ],
    [
      'one engine elsewhere',
      { global: { redis: { url: 'redis://r:6379' } } },
      [],
      ['NetworkPolicy sk-valkey', 'Service sk-valkey', 'Service sk-valkey-headless', 'StatefulSet sk-valkey'],
    ],
  ])('%s', (_name, values, added, taken) => {
    const found = names(values);
    expect(found.filter((name) => !plain.includes(name))).toEqual([...added].sort());
    expect(plain.filter((name) => !found.includes(name))).toEqual([...taken].sort());
  });
});

test('whoever installs is told the next command', () => {
  for (const chart of charts) expect(notes(chart)).toMatch(/^ {2}(kubectl --namespace demo|helm test sk) /m);
});

const environments = join(import.meta.dirname, '../../k8s/environments');
const examples = readdirSync(environments).filter((file) => file.endsWith('.yaml'));
test.each(examples)('the example environment %s is accepted', (file) => {
  const values = parse(readFileSync(join(environments, file), 'utf8')) as Values;
  expect(render(values).map(({ kind }) => kind)).toContain('Deployment');
});
