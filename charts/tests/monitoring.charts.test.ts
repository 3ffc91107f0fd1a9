import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { render } from './helm.ts';
import { ofKind, one } from './manifest.ts';

const generated = join(import.meta.dirname, '../../packages/observability/generated');
const file = join(generated, 'skillstream.rules.yaml');
type Rules = { groups: { name: string; rules: { expr: string }[] }[] };

/** Whether promtool takes rules. @throws Error when there is no promtool */
const isTaken = (rules: unknown): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-rules-'));
  try {
    writeFileSync(join(folder, 'rules.yaml'), stringify(rules));
    const { status, error } = spawnSync('promtool', ['check', 'rules', join(folder, 'rules.yaml')]);
    if (error) throw new Error('this test needs promtool on the PATH', { cause: error });
    return status === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('nothing is made for a Prometheus operator or a Grafana by default', () => {
  const manifests = render();
  const kinds = manifests.map(({ kind }) => kind);
  expect(ofKind(manifests, 'ConfigMap')).toHaveLength(4);
  expect(kinds.filter((kind) => /^(ServiceMonitor|PodMonitor|PrometheusRule)$/.test(kind))).toEqual([]);
});

test('a PrometheusRule has the rules of the project word for word, and promtool takes them', () => {
  const manifests = render({ prometheusRule: { enabled: true, labels: { release: 'prometheus' } } });
  const { metadata, spec } = one(manifests, 'PrometheusRule', 'sk-skillstream');
  expect(metadata.labels).toMatchObject({ release: 'prometheus', 'app.kubernetes.io/instance': 'sk' });
  expect(spec).toEqual(parse(readFileSync(file, 'utf8')));
  expect(isTaken(spec)).toBe(true);
  const { groups } = spec as unknown as Rules;
  const [first] = groups;
  const broken = { groups: [{ ...first, rules: [{ ...first!.rules[0], expr: 'sum(' }] }] };
  expect(isTaken(broken)).toBe(false);
});

test('a ServiceMonitor finds each service, under the labels that the rules go by', () => {
  const monitoring = {
    serviceMonitor: { enabled: true, interval: '30s', labels: { release: 'prometheus' } },
  };
  const manifests = render({ global: { monitoring } });
  const monitors = ofKind(manifests, 'ServiceMonitor');
  expect(monitors.map(({ metadata }) => metadata.name).sort()).toEqual(
    ['analytics', 'gateway', 'ingestion', 'tagging'].map((name) => `sk-${name}`),
  );
  for (const { metadata, spec } of monitors) {
    expect(metadata.labels).toMatchObject({ release: 'prometheus' });
    expect(spec.endpoints).toEqual([
      {
        port: 'http',
        path: '/metrics',
        interval: '30s',
        honorLabels: true,
        relabelings: [
          { targetLabel: 'job', replacement: 'skillstream' },
          { targetLabel: 'service', replacement: metadata.name.replace('sk-', '') },
        ],
      },
    ]);
    expect(spec.selector?.matchLabels).toEqual(
      one(manifests, 'Service', metadata.name).spec.selector as unknown,
    );
  }
});

test('each dashboard is a ConfigMap with the label that a sidecar of Grafana looks for', () => {
  const manifests = render({ dashboards: { enabled: true, annotations: { grafana_folder: 'Work' } } });
  const made = ofKind(manifests, 'ConfigMap').filter(
    ({ metadata }) => metadata.labels?.['grafana_dashboard'],
  );
  const names = globSync('*.json', { cwd: join(generated, 'dashboards') }).sort();
  expect(made.map(({ data }) => Object.keys(data ?? {}))).toEqual(
    names.map((name) => [`skillstream-${name}`]),
  );
  for (const [index, name] of names.entries()) {
    const { metadata, data } = made[index]!;
    expect(metadata).toMatchObject({
      name: `sk-dashboard-${name.replace('.json', '')}`,
      labels: { grafana_dashboard: '1' },
      annotations: { grafana_folder: 'Work' },
    });
    const text = readFileSync(join(generated, 'dashboards', name), 'utf8');
    expect(JSON.parse(data![`skillstream-${name}`]!)).toEqual(JSON.parse(text));
    // A ConfigMap has room for a megabyte.
    expect(text.length).toBeLessThan(500_000);
  }
  expect(names.length).toBeGreaterThan(0);
});
