import { describe, expect, test } from '@jest/globals';
import { sourcesDocument, sourcesIn } from '@skillstream/boards';
import { admits, allowedEdges, designEdges, policiesFor, wayOut } from './edges.ts';
import { external } from './external.ts';
import { render, type Values } from './helm.ts';
import { one, podsOf, type Labels } from './manifest.ts';

const plain = render();
const elsewhere = render(external);
const pods = podsOf(plain);
const anywhere = (...ports: (string | number)[]) =>
  ['0.0.0.0/0', '::/0'].flatMap((cidr) => ports.map((port) => `${cidr}:${port}`));

const design = [...designEdges, 'test > gateway:8080'];

test('pods of a release talk as the design says, and in no other way', () => {
  expect(allowedEdges(plain)).toEqual(design);
});

test.each(pods.map((pod) => [pod.name, pod] as const))(
  '%s is under the default-deny policy and its own',
  (name, pod) => {
    expect(policiesFor(plain, pod).sort()).toEqual([name, 'sk-default-deny'].sort());
  },
);

test('the default-deny policy allows nothing', () => {
  const { spec } = one(plain, 'NetworkPolicy', 'sk-default-deny');
  expect(spec).toEqual({
    podSelector: {
      matchLabels: { 'app.kubernetes.io/instance': 'sk', 'app.kubernetes.io/part-of': 'skillstream' },
    },
    policyTypes: ['Ingress', 'Egress'],
  });
});

test.each(pods.map(({ name }) => name))('%s leaves the release for the name service alone', (name) => {
  expect(wayOut(plain, name)).toEqual(['kube-system:53']);
});

const boards = { sources: [{ name: 'acme', address: 'https://boards.greenhouse.io/acme' }] };

test('ingestion alone leaves it for public addresses by https, once a job board is named', () => {
  const manifests = render({ ingestion: { boards } });
  const leaving = pods
    .map(({ name }) => name)
    .filter((name) => ['0.0.0.0/0:443', '2000::/3:443'].every((at) => wayOut(manifests, name).includes(at)));
  expect(leaving).toEqual(['sk-ingestion']);
  expect(allowedEdges(manifests)).toEqual(design);
  expect(JSON.stringify(one(manifests, 'NetworkPolicy', 'sk-ingestion'))).toContain(
    '"except":["0.0.0.0/8","10.0.0.0/8"',
  );
});

test('the sources of the values are the file that ingestion reads, and none are an empty one', () => {
  const fileOf = (values: Values) => {
    const { data } = one(render(values), 'ConfigMap', 'sk-ingestion-boards') as {
      data: Record<string, string>;
    };
    return sourcesIn(sourcesDocument(data['sources.yaml']!));
  };
  expect(fileOf({})).toEqual({ contact: null, sources: [] });
  expect(fileOf({ ingestion: { boards: { ...boards, contact: 'jobs@acme.example' } } })).toMatchObject({
    contact: 'jobs@acme.example',
    sources: [{ name: 'acme', account: 'acme', paused: false }],
  });
});

test('another name service can be named', () => {
  const dns = { namespace: 'openshift-dns', port: 5353, cidrs: ['169.254.20.10/32', '::1/128'] };
  const manifests = render({ global: { networkPolicy: { dns } } });
  expect(wayOut(manifests, 'sk-gateway')).toEqual([
    '169.254.20.10/32:5353',
    '::1/128:5353',
    'openshift-dns:5353',
  ]);
});

test('engines elsewhere are reached where the values say, at their ports', () => {
  const kafka = ['10.1.0.0/16:9093', '10.1.0.0/16:9094'];
  const mongodb = anywhere(27017);
  const [redis, dns] = ['redis:7000', 'kube-system:53'];
  const issuer = '10.9.0.0/16:8443';
  expect(wayOut(elsewhere, 'sk-ingestion')).toEqual([...mongodb, ...kafka, issuer, dns, redis].sort());
  expect(wayOut(elsewhere, 'sk-analytics')).toEqual([...mongodb, ...kafka, issuer, dns, redis].sort());
  expect(wayOut(elsewhere, 'sk-tagging')).toEqual([...kafka, issuer, dns, redis]);
  expect(wayOut(elsewhere, 'sk-gateway')).toEqual([issuer, dns, redis]);
});

test.each([
  ['redis+sentinel://s1,s2/main', ['26379', '6379']],
  ['redis+sentinel://s1:5000,s2:5000,s3:5001/main', ['5000', '5001', '6379']],
  ['redis+sentinel://s1:5000,s2/main', ['5000', '26379', '6379']],
  ['redis+sentinel://s1,s2:6379/main', ['26379', '6379']],
  ['redis+sentinel://s1:6379/main', ['6379']],
  ['redis+sentinel://[fd00::5000],[fd00::2]:5001/main', ['26379', '5001', '6379']],
  ['redis+cluster://n1,n2', ['6379']],
  ['redis+cluster://n1:7000,n2:7001', ['7000', '7001']],
  ['redis+cluster://n1:7000,n2', ['7000', '6379']],
  ['redis+cluster://[fd00::1]:7000,[fd00::2]', ['7000', '6379']],
  ['rediss://r', ['6379']],
  ['redis://[fd00::1]', ['6379']],
  ['redis://[fd00::1]:6380/2', ['6380']],
])('%s is reached at the ports %j', (url, ports) => {
  const manifests = render({ global: { redis: { url } } });
  expect(wayOut(manifests, 'sk-gateway')).toEqual([...anywhere(...ports), 'kube-system:53'].sort());
});

test.each([
  ['mongodb://m1,m2:27018', ['27017', '27018']],
  ['mongodb://m1:27018,m2/', ['27018', '27017']],
  ['mongodb://m1,m2', ['27017']],
  ['mongodb://[fd00::1],[fd00::2]:27018', ['27017', '27018']],
  ['mongodb+srv://cluster.example.net', ['27017']],
])('%s is reached at the ports %j', (url, ports) => {
  const manifests = render({ global: { mongodb: { url } } });
  expect(wayOut(manifests, 'sk-ingestion')).toEqual([...anywhere(...ports), 'kube-system:53'].sort());
});

test('brokers by IPv6 addresses are reached at their ports, and told to the services as they are', () => {
  const brokers = ['[fd00::1]:9092', '[fd00::2]:9093', 'k3:9092'];
  const manifests = render({ global: { kafka: { brokers } } });
  expect(wayOut(manifests, 'sk-tagging')).toEqual([...anywhere(9092, 9093), 'kube-system:53'].sort());
  expect(one(manifests, 'ConfigMap', 'sk-tagging').data?.['KAFKA_BROKERS']).toBe(brokers.join());
});

test('an engine elsewhere without a place where it may be is reached nowhere', () => {
  const redis = { url: 'redis://r', egress: { cidrs: [] } };
  expect(wayOut(render({ global: { redis } }), 'sk-gateway')).toEqual(['kube-system:53']);
});

describe('the issuer of tokens', () => {
  const services = ['ingestion', 'tagging', 'analytics', 'gateway'];
  const outOf = (auth: Values) => services.map((name) => wayOut(render({ global: { auth } }), `sk-${name}`));
  const dns = 'kube-system:53';

  test.each([
    ['https://login.example.net/realms/a:1', {}, anywhere(443)],
    ['http://login.example.net', {}, anywhere(80)],
    ['https://[fd00::80]/realms/a', {}, anywhere(443)],
    ['https://[fd00::80]:8443', {}, anywhere(8443)],
    ['https://login.example.net:8443', { cidrs: ['10.9.0.0/16'] }, ['10.9.0.0/16:8443']],
    ['https://login.example.net', { cidrs: ['10.9.0.0/16'], ports: [9443] }, ['10.9.0.0/16:9443']],
    [
      'http://keycloak.login',
      { cidrs: [], peers: [{ namespaceSelector: { matchLabels: { name: 'login' } } }], ports: [8080] },
      ['login:8080'],
    ],
  ])('%s with %j is reached by every service at %j', (issuer, egress, found) => {
    for (const places of outOf({ issuer, egress })) expect(places).toEqual([...found, dns].sort());
  });

  test('is reached by nobody where none is set, whatever egress says', () => {
    for (const places of outOf({ egress: { cidrs: ['10.9.0.0/16'] } })) expect(places).toEqual([dns]);
  });
});

test('everybody may ask the gateway, unless the values say who', () => {
  const ingress = (values = {}) => one(render(values), 'NetworkPolicy', 'sk-gateway').spec.ingress;
  const ports = [{ protocol: 'TCP', port: 8080 }];
  expect(ingress()).toEqual([{ ports }]);
  const peer = { namespaceSelector: { matchLabels: { name: 'edge' } } };
  const closed = render({ gateway: { networkPolicy: { ingressFrom: [peer] } } });
  expect(one(closed, 'NetworkPolicy', 'sk-gateway').spec.ingress?.[0]?.from).toContainEqual(peer);
  expect(allowedEdges(closed)).toEqual(design);
});

describe('the metrics of every service', () => {
  const parts = ['ingestion', 'tagging', 'analytics', 'gateway'];
  const monitoring = { 'kubernetes.io/metadata.name': 'monitoring' };
  const scraper = { app: 'prometheus' };
  const readBy = (values: Values, ...pod: [namespace: Labels, labels: Labels]) =>
    parts.filter((name) =>
      admits(one(render({ global: { monitoring: values } }), 'NetworkPolicy', `sk-${name}`), ...pod),
    );
  const [all, none] = [parts, []];

  test.each<[string, Values, Labels, Labels, string[]]>([
    ['by nobody from outside by default', {}, monitoring, scraper, none],
    ['by every pod of a named namespace', { namespaceSelector: monitoring }, monitoring, { app: 'x' }, all],
    ['by no pod of another', { namespaceSelector: monitoring }, { name: 'other' }, scraper, none],
    [
      'by the named pod of a named namespace',
      { namespaceSelector: monitoring, podSelector: scraper },
      monitoring,
      scraper,
      all,
    ],
    [
      'by no other pod there',
      { namespaceSelector: monitoring, podSelector: scraper },
      monitoring,
      { app: 'x' },
      none,
    ],
    [
      'by no such pod elsewhere',
      { namespaceSelector: monitoring, podSelector: scraper },
      { name: 'other' },
      scraper,
      none,
    ],
  ])('can be read %s', (_what, values, namespace, labels, readable) => {
    expect(readBy(values, namespace, labels)).toEqual(readable);
  });

  test('can be read by a named pod of the namespace of the release, and by none of another', () => {
    const policy = one(
      render({ global: { monitoring: { podSelector: scraper } } }),
      'NetworkPolicy',
      'sk-tagging',
    );
    expect(policy.spec.ingress).toContainEqual({
      from: [{ podSelector: { matchLabels: scraper } }],
      ports: [{ protocol: 'TCP', port: 8081 }],
    });
    expect(admits(policy, monitoring, scraper)).toBe(false);
  });
});
