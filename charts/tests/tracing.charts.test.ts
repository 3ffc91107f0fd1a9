import { expect, test } from '@jest/globals';
import { wayOut } from './edges.ts';
import { refusal, render, type Values } from './helm.ts';
import { one, type Manifest } from './manifest.ts';

const services = ['ingestion', 'tagging', 'analytics', 'gateway'] as const;
const withTracing = (tracing: Values) => render({ global: { tracing } });
const configOf = (manifests: Manifest[], service: string) =>
  one(manifests, 'ConfigMap', `sk-${service}`).data as Record<string, string>;
const envOf = (manifests: Manifest[], service: string) =>
  JSON.stringify(one(manifests, 'Deployment', `sk-${service}`).spec.template);

test('by default nothing is sent, and no service has a way out for it', () => {
  const manifests = render();
  for (const service of services) {
    expect(configOf(manifests, service)).not.toHaveProperty('OTEL_EXPORTER_OTLP_ENDPOINT');
    expect(envOf(manifests, service)).not.toContain('OTEL_EXPORTER_OTLP_HEADERS');
    expect(wayOut(manifests, `sk-${service}`)).toEqual(['kube-system:53']);
  }
});

test('every service gets the collector, the share and the form of traces, and the gateway whom it believes', () => {
  const manifests = withTracing({
    ...{ endpoint: 'http://collector.monitoring:4318', sampleRatio: 0.05, kafka: 'link', trustCallers: true },
    headersSecret: { name: 'collector', key: 'headers' },
  });
  for (const service of services) {
    expect(configOf(manifests, service)).toMatchObject({
      ...{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.monitoring:4318' },
      OTEL_TRACES_SAMPLER_ARG: '0.05',
    });
    expect(configOf(manifests, service)['TRACE_KAFKA']).toBe(service === 'gateway' ? undefined : 'link');
    expect(envOf(manifests, service)).toContain(
      '{"name":"OTEL_EXPORTER_OTLP_HEADERS","valueFrom":{"secretKeyRef":{"name":"collector","key":"headers"}}}',
    );
    expect(configOf(manifests, service)['TRACE_TRUST_CALLERS']).toBe(
      service === 'gateway' ? 'true' : undefined,
    );
  }
});

test.each([
  [0, '0'],
  [0.000_05, '0.00005'],
  ['0.0000001', '0.0000001'],
  [1e-7, '0.0000001'],
  [0.5, '0.5'],
  [1, '1'],
])('a share of %p is %p for the services, which take digits alone', (sampleRatio, text) => {
  const manifests = withTracing({ sampleRatio });
  expect(configOf(manifests, 'gateway')['OTEL_TRACES_SAMPLER_ARG']).toBe(text);
});

test.each([
  ['http://collector.monitoring:4318', {}, ['0.0.0.0/0:4318', '::/0:4318']],
  ['http://[fd00::1]', {}, ['0.0.0.0/0:80', '::/0:80']],
  ['http://[fd00::1]:4318', {}, ['0.0.0.0/0:4318', '::/0:4318']],
  ['https://otlp.example.net', { cidrs: ['10.9.0.0/16'] }, ['10.9.0.0/16:443']],
  ['http://otlp.example.net/tenant', { ports: [8080] }, ['0.0.0.0/0:8080', '::/0:8080']],
  [
    'http://collector.monitoring:4318',
    { cidrs: [], peers: [{ namespaceSelector: { matchLabels: { name: 'monitoring' } } }] },
    ['monitoring:4318'],
  ],
])('%s with %j is reached by every service at %j', (endpoint, egress, places) => {
  const manifests = withTracing({ endpoint, egress });
  for (const service of services)
    expect(wayOut(manifests, `sk-${service}`)).toEqual([...places, 'kube-system:53'].sort());
});

test.each([
  ['endpoint', 'collector:4317'],
  ['sampleRatio', 2],
  ['kafka', 'both'],
  ['trustCallers', 'yes'],
])('global.tracing.%s may not be %p', (name, value) => {
  expect(refusal({ global: { tracing: { [name]: value } } })).toContain('tracing');
});
