import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { releaseRules, ruleGroups } from '@skillstream/observability';
import { stringify } from 'yaml';
import { notes, render, type Values } from './helm.ts';
import { ofKind, one, selects } from './manifest.ts';

const generated = join(import.meta.dirname, '../../packages/observability/generated');
type Rule = {
  expr: string;
  labels: Record<string, string>;
  alert?: string;
  annotations?: { runbook_url: string };
};
type Rules = { groups: { name: string; rules: Rule[] }[] };

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
  expect(ofKind(manifests, 'ConfigMap').map(({ metadata }) => metadata.name)).toEqual([
    ...['sk-analytics', 'sk-gateway', 'sk-ingestion-boards', 'sk-ingestion', 'sk-tagging'],
  ]);
  expect(kinds.filter((kind) => /^(ServiceMonitor|PodMonitor|PrometheusRule)$/.test(kind))).toEqual([]);
});

const rulesOf = (release: string, namespace: string) =>
  one(
    render({ prometheusRule: { enabled: true } }, 'skillstream', release, namespace),
    'PrometheusRule',
    `${release}-skillstream`,
  ).spec as unknown as Rules;

test('a PrometheusRule has the rules of the project for its release, and promtool takes them', () => {
  const manifests = render({ prometheusRule: { enabled: true, labels: { release: 'prometheus' } } });
  const { metadata, spec } = one(manifests, 'PrometheusRule', 'sk-skillstream');
  expect(metadata.labels).toMatchObject({ release: 'prometheus', 'app.kubernetes.io/instance': 'sk' });
  expect(spec).toEqual({ groups: releaseRules(ruleGroups(), { namespace: 'demo', release: 'sk' }) });
  expect(isTaken(spec)).toBe(true);
  const { groups } = spec as unknown as Rules;
  const [first] = groups;
  const broken = { groups: [{ ...first, rules: [{ ...first!.rules[0], expr: 'sum(' }] }] };
  expect(isTaken(broken)).toBe(false);
});

test('where rules have no ServiceMonitor to give series their labels, the notes say so, and else they do not', () => {
  const said = 'whatever reads the pods has to, or the services seem to be down';
  const prometheusRule = { enabled: true };
  const monitoring = { podSelector: { app: 'prometheus' }, serviceMonitor: { enabled: true } };
  expect(notes('skillstream', { prometheusRule })).toContain(said);
  expect(notes('skillstream', { prometheusRule, global: { monitoring } })).not.toContain(said);
  expect(notes('skillstream')).not.toContain(said);
});

test.each([
  ['two releases in one namespace', 'a', 'demo', 'b', 'demo'],
  ['releases of one name in two namespaces', 'a', 'demo', 'a', '007'],
])('%s have rules that share no series and record none twice', (_what, one, here, other, there) => {
  const all = [rulesOf(one, here), rulesOf(other, there)].map(({ groups }) =>
    groups.flatMap(({ rules }) => rules),
  );
  const [ours, theirs] = all as [Rule[], Rule[]];
  const matchers = (release: string, namespace: string) => `namespace="${namespace}",release="${release}"`;
  for (const [at, { expr, labels }] of ours.entries()) {
    expect(labels).toMatchObject({ namespace: here, release: one });
    expect(theirs[at]!.labels).toMatchObject({ namespace: there, release: other });
    expect(expr).toContain(matchers(one, here));
    expect(theirs[at]!.expr).toBe(expr.replaceAll(matchers(one, here), matchers(other, there)));
    expect(theirs[at]!.expr).not.toBe(expr);
  }
});

const route = { enabled: true, parentRefs: [{ name: 'edge' }] };
const host = 'jobs.example.org';
const ingress = { enabled: true, hosts: [host] };
const runbookBaseUrl = 'https://wiki.example.org/run%20books/';
test.each<[string, Values, string | null]>([
  ['a base is given', { prometheusRule: { runbookBaseUrl } }, 'https://wiki.example.org/run%20books'],
  [
    'a base is given beside an Ingress',
    { prometheusRule: { runbookBaseUrl }, gateway: { ingress } },
    'https://wiki.example.org/run%20books',
  ],
  ['the gateway has an Ingress', { gateway: { ingress } }, `http://${host}/runbooks`],
  ['it has a route', { gateway: { httpRoute: { ...route, hostnames: [host] } } }, `https://${host}/runbooks`],
  ['its Ingress is for any name', { gateway: { ingress: { ...ingress, hosts: ['*.example.org'] } } }, null],
  ['nothing leads to it', {}, null],
])('where %s, each alert names its page there', (_where, values, base) => {
  const prometheusRule = { enabled: true, ...(values['prometheusRule'] as Values | undefined) };
  const { spec } = one(render({ ...values, prometheusRule }), 'PrometheusRule', 'sk-skillstream');
  const alerts = (spec as unknown as Rules).groups.flatMap(({ rules }) => rules.filter(({ alert }) => alert));
  const plain = ruleGroups().flatMap(({ rules }) => rules.filter((rule) => 'alert' in rule));
  expect(alerts.map(({ annotations }) => annotations?.runbook_url)).toEqual(
    plain.map(({ annotations: { runbook_url: path } }) =>
      base === null ? path : `${base}/${basename(path, '.md')}`,
    ),
  );
});

test('a ServiceMonitor finds each service, under the labels that the rules go by', () => {
  const monitoring = {
    podSelector: { app: 'prometheus' },
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
        port: 'management',
        path: '/metrics',
        interval: '30s',
        honorLabels: true,
        relabelings: [
          { targetLabel: 'job', replacement: 'skillstream' },
          { targetLabel: 'service', replacement: metadata.name.replace('sk-', '') },
          { targetLabel: 'release', replacement: 'sk' },
        ],
      },
    ]);
    const found = ofKind(manifests, 'Service').filter((service) =>
      selects(spec.selector?.matchLabels, service.metadata.labels ?? {}),
    );
    expect(found.map((service) => service.metadata.name)).toEqual([`${metadata.name}-metrics`]);
    expect(found[0]!.spec.selector).toEqual(one(manifests, 'Service', metadata.name).spec.selector);
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
      name: `sk-${name.replace('.json', '')}-dashboard`,
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
