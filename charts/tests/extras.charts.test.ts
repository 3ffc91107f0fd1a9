import { describe, expect, test } from '@jest/globals';
import { external } from './external.ts';
import { refusal, render, type Values } from './helm.ts';
import { ofKind, one, pod, settingsOf } from './manifest.ts';

const services = ['ingestion', 'tagging', 'analytics', 'gateway'];
const extras = {
  extraVolumes: [{ name: 'scratch', emptyDir: { sizeLimit: '8Mi' } }],
  extraVolumeMounts: [{ name: 'scratch', mountPath: '/scratch' }],
  initContainers: [{ name: 'wait', image: 'busybox:1.37', command: ['true'] }],
  sidecars: [{ name: 'proxy', image: 'envoy:1.36' }],
};
const object = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: '{{ .Release.Name }}-more' },
  data: { namespace: '{{ .Release.Namespace }}', plain: 'as it is' },
};

describe.each(services)('%s', (name) => {
  test.each<[string, Values]>([
    ['alone', {}],
    ['beside certificates', external],
  ])('takes volumes and containers that the values add, %s', (_where, values) => {
    const [before, after] = [render(values), render({ ...values, [name]: extras })].map((manifests) =>
      pod(manifests, `sk-${name}`),
    );
    const own = before!.container;
    expect(after!.spec.initContainers).toEqual(extras.initContainers);
    expect(after!.spec.volumes).toEqual([...(before!.spec.volumes ?? []), ...extras.extraVolumes]);
    expect(after!.spec.containers).toEqual([
      { ...own, volumeMounts: [...(own.volumeMounts ?? []), ...extras.extraVolumeMounts] },
      ...extras.sidecars,
    ]);
  });

  test('makes objects of the values, and fills their templates', () => {
    const manifests = render({ extraObjects: [object, { ...object, metadata: { name: 'second' } }] }, name);
    const { data } = one(manifests, 'ConfigMap', 'sk-more');
    expect(data).toEqual({ namespace: 'demo', plain: 'as it is' });
    expect(one(manifests, 'ConfigMap', 'second').data).toEqual(data);
  });
});

test('two objects of one name are refused, also where a template makes the name', () => {
  const second = { ...object, metadata: { name: 'sk-more', namespace: 'demo' } };
  expect(refusal({ extraObjects: [object, second] }, 'skillstream', 'sk')).toContain(
    'skillstream: extraObjects has ConfigMap demo/sk-more twice',
  );
  for (const other of [{ kind: 'Secret' }, { metadata: { name: 'sk-more', namespace: 'other' } }])
    expect(() => render({ extraObjects: [object, { ...second, ...other }] })).not.toThrow();
});

test('objects of the whole release see the values of all', () => {
  const data = {
    services: '{{ range list "tagging" "gateway" }}{{ index $.Values . "replicas" }} {{ end }}',
  };
  const manifests = render({ extraObjects: [{ ...object, data }], tagging: { replicas: 3 } });
  expect(one(manifests, 'ConfigMap', 'sk-more').data).toEqual({ services: '3 2 ' });
});

const plain = render();

describe('the addresses of Services', () => {
  test('are of both families where the cluster has both', () => {
    for (const { spec } of ofKind(plain, 'Service')) {
      expect(spec['ipFamilyPolicy']).toBe('PreferDualStack');
      expect(spec).not.toHaveProperty('ipFamilies');
    }
  });

  test.each<Values>([
    { ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4'] },
    { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv6', 'IPv4'] },
  ])('are as %j says, of engines too', (global) => {
    const all = ofKind(render({ global }), 'Service');
    expect(all).toHaveLength(10);
    for (const { spec } of all) expect(spec).toMatchObject(global);
  });

  test('are left to the cluster where the values say so', () => {
    for (const { spec } of ofKind(render({ global: { ipFamilyPolicy: '' } }), 'Service'))
      expect(spec).not.toHaveProperty('ipFamilyPolicy');
  });

  // Kafka and Valkey need no word for it.
  test('have pods behind them that listen on both, whatever the Services have', () => {
    for (const settings of settingsOf(plain)) expect(settings['HOST']).toBe('::');
    expect(pod(plain, 'sk-mongodb').container.args).toContain('--ipv6');
  });
});

test('a plain Prometheus finds the services by annotations, where it is asked for', () => {
  const annotations = {
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': '8081',
    'prometheus.io/path': '/metrics',
  };
  const asked = render({ global: { monitoring: { annotations: true, podSelector: { app: 'prometheus' } } } });
  for (const name of services) {
    expect(pod(asked, `sk-${name}`).annotations).toMatchObject(annotations);
    expect(Object.keys(pod(plain, `sk-${name}`).annotations).join()).not.toMatch(/prometheus/);
  }
});

describe('refused, and named:', () => {
  const mount = { name: 'taxonomy', mountPath: '/srv/own' };
  test.each<[string, Values, string]>([
    [
      'a mount of a volume that another service has',
      { extraVolumeMounts: [mount] },
      'extraVolumeMounts has taxonomy',
    ],
    [
      'a sidecar that mounts what is not there',
      { sidecars: [{ name: 'side', image: 'x', volumeMounts: [mount] }] },
      'sidecars side mounts taxonomy',
    ],
    [
      'the environment',
      { extraEnv: [{ name: 'ENVIRONMENT', value: 'production' }] },
      'extraEnv has ENVIRONMENT',
    ],
    ['where it listens', { extraEnv: [{ name: 'HOST', value: '127.0.0.1' }] }, 'extraEnv has HOST'],
    ['an issuer', { extraEnv: [{ name: 'AUTH_ISSUER', value: 'http://x' }] }, 'extraEnv has AUTH_ISSUER'],
  ])('%s', (_what, values, said) => {
    expect(refusal({ gateway: values })).toContain(said);
  });
});
