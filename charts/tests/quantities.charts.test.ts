import { describe, expect, test } from '@jest/globals';
import { refusal, render, type Values } from './helm.ts';
import { at } from './values-at.ts';

const asked = (part: string, requests: Values, limits: Values): Values => at(part, { requests, limits });

describe('a request within its limit is taken, however both are written', () => {
  test.each<[string, Values]>([
    ['bytes as a number', asked('gateway.resources', { memory: '128Mi' }, { memory: 536_870_912 })],
    ['bytes with an exponent', asked('gateway.resources', { memory: '128Mi' }, { memory: '512e6' })],
    ['both as numbers', asked('gateway.resources', { memory: 134_217_728 }, { memory: 134_217_728 })],
    ['CPU in thousandths', asked('gateway.resources', { cpu: '900m' }, { cpu: 1 })],
  ])('%s', (_what, values) => {
    expect(() => render(values)).not.toThrow();
  });
});

describe('a request above its limit is refused, and named', () => {
  test.each<[string, Values]>([
    ['gateway: resources', asked('gateway.resources', { memory: 1_073_741_824 }, { memory: '512Mi' })],
    ['engines: kafka.resources', at('engines.kafka.resources.requests.memory', '2Gi')],
    ['engines: mongodb.resources', at('engines.mongodb.resources.requests.memory', '9Gi')],
    ['engines: valkey.resources', at('engines.valkey.resources.requests.memory', '9Gi')],
    ['generator.resources', { generator: { enabled: true, resources: { requests: { memory: '2Gi' } } } }],
    ['test.resources', at('test.resources.requests.memory', '2Gi')],
  ])('%s', (place, values) => {
    expect(refusal(values)).toContain(`${place}.requests.memory`);
  });
});

describe('a mount of one\u2019s own', () => {
  const mounted = (mountPath: string): Values => ({
    gateway: {
      extraVolumes: [{ name: 'own', emptyDir: {} }],
      extraVolumeMounts: [{ name: 'own', mountPath }],
    },
  });

  test.each(['/', '/etc', '/etc/', '/etc/skillstream', '/etc/skillstream/x'])('hides nothing: %s', (path) => {
    expect(refusal(mounted(path))).toContain(`extraVolumeMounts has the mountPath ${path}`);
  });

  test('may be beside the chart\u2019s', () => {
    expect(() => render(mounted('/etc/skillstream-own'))).not.toThrow();
  });
});

test('the cache of MongoDB may be said as --set says it, as a text', () => {
  expect(() => render(at('engines.mongodb.cacheSizeGB', '0.5'))).not.toThrow();
  for (const size of ['0.1', '0', 'much', 0.1])
    expect(refusal(at('engines.mongodb.cacheSizeGB', size))).toContain('cacheSizeGB');
});

describe('an engine that may take all of its limit is refused, and named', () => {
  test.each<[string, unknown]>([
    ['kafka.heap', '1g'],
    ['kafka.heap', '768m'],
    ['mongodb.cacheSizeGB', 1],
    ['valkey.maxmemory', '1gb'],
    ['valkey.maxmemory', '655360kb'],
  ])('%s %s', (key, value) => {
    expect(refusal(at(`engines.${key}`, value))).toContain(`engines: ${key} ${value} is not below`);
  });

  test('one below it is taken', () => {
    expect(() => render(at('engines.valkey.maxmemory', '600mb'))).not.toThrow();
  });
});

test.each<[string, unknown]>([
  ['engines.kafka.size', '1Ei'],
  ['global.monitoring.serviceMonitor.interval', '1m30s'],
  ['gateway.image.repository', 'a/b--c'],
  ['gateway.strategy.rollingUpdate.maxSurge', '150%'],
  ['gateway.strategy', { type: 'Recreate', rollingUpdate: null }],
  ['gateway.strategy.rollingUpdate', null],
  [
    'gateway',
    { autoscaling: { enabled: true }, resources: { requests: { cpu: null }, limits: { cpu: '500m' } } },
  ],
  [
    'gateway.networkPolicy.ingressFrom',
    [{ podSelector: {}, namespaceSelector: { matchLabels: { a: 'b' } } }],
  ],
  ['gateway.corsOrigins', ['http://localhost:3000', 'https://10.0.0.1', 'https://xn--bcher-kva.example']],
  ['gateway.service.annotations', { 'Example.org/Some_Name': 'x' }],
  ['gateway.trustedProxies', '10.0.0.0/8, ::1, fd00::/8, ::ffff:10.0.0.1, 1:2:3:4:5:6:7:8'],
  ['global.kafka.egress.cidrs', ['::/0', 'fd00:1:2::/48', '1:2:3:4:5:6:7:8/128']],
])('%s may be %s, as Kubernetes and registries have it', (key, value) => {
  expect(() => render(at(key, value))).not.toThrow();
});
