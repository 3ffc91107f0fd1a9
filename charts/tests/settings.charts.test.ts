import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { external } from './external.ts';
import { refusal, render, type Values } from './helm.ts';
import { one, pod, type Manifest } from './manifest.ts';

const services = ['ingestion', 'tagging', 'analytics', 'gateway'];
const configOf = (manifests: Manifest[], name: string) =>
  one(manifests, 'ConfigMap', `sk-${name}`).data ?? {};
const plain = render();
const elsewhere = render(external);

test('engines elsewhere are described to the services in full', () => {
  expect(configOf(elsewhere, 'analytics')).toMatchObject({
    KAFKA_BROKERS: 'k1.example.net:9093,k2.example.net:9094',
    REPLICATION_FACTOR: '3',
    KAFKA_SASL_MECHANISM: 'scram-sha-512',
    KAFKA_SASL_USERNAME: 'kate',
    KAFKA_TLS: 'true',
    KAFKA_TLS_CA_FILE: '/etc/skillstream/tls/kafka/ca.crt',
    MONGO_URL: 'mongodb+srv://m.example.net/skillstream_analytics?retryWrites=false',
    MONGO_USERNAME: 'mary',
    MONGO_AUTH_SOURCE: 'people',
    MONGO_TLS: 'true',
    REDIS_URL: 'rediss://r.example.net:6380',
    REDIS_USERNAME: 'rita',
    REDIS_TLS: 'true',
  });
});

test('how long text is kept is told to ingestion: for good by default', () => {
  expect(configOf(plain, 'ingestion')).toMatchObject({
    RETENTION_MONTHS: '0',
    RETENTION_MONTHS_BY_SOURCE: '',
  });
  const retention = { months: 24, bySource: { greenhouse: 12, sample: 0 } };
  expect(configOf(render({ ingestion: { retention } }), 'ingestion')).toMatchObject({
    RETENTION_MONTHS: '24',
    RETENTION_MONTHS_BY_SOURCE: 'greenhouse=12,sample=0',
  });
});

test('ingestion links postings of one job, unless that is turned off', () => {
  expect(configOf(plain, 'ingestion')).toMatchObject({ LINKING: 'on' });
  expect(configOf(render({ ingestion: { linking: false } }), 'ingestion')).toMatchObject({ LINKING: 'off' });
});

test('Sentinels and their own password are told to those who use Redis', () => {
  const url = 'redis+sentinel://s1:26379,s2:26379/main';
  const existingSecret = { name: 'mine', sentinelPasswordKey: 's' };
  const manifests = render({ global: { redis: { url, existingSecret } } });
  for (const name of ['analytics', 'gateway']) {
    expect(configOf(manifests, name)).toMatchObject({ REDIS_URL: url });
    expect(pod(manifests, `sk-${name}`).container.env).toContainEqual({
      name: 'REDIS_SENTINEL_PASSWORD',
      valueFrom: { secretKeyRef: { name: 'mine', key: 's' } },
    });
  }
});

test('certificate authorities are mounted where the services look for them', () => {
  const { spec, container } = pod(elsewhere, 'sk-analytics');
  const secrets = spec.volumes?.map(({ name, secret }) => [name, secret?.secretName]);
  expect(secrets).toEqual([
    ['kafka-ca', 'kafka-ca'],
    ['mongodb-ca', 'mongo-ca'],
    ['redis-ca', 'redis-ca'],
    ['issuer-ca', 'login-ca'],
  ]);
  const folders = container.volumeMounts?.map(({ mountPath }) => mountPath);
  expect(folders).toEqual(
    ['kafka', 'mongodb', 'redis', 'issuer'].map((engine) => `/etc/skillstream/tls/${engine}`),
  );
});

test("a taxonomy of one's own is mounted, beside certificates or alone, and tagging is told where", () => {
  const own = { tagging: { taxonomy: { configMap: 'our-skills' } } };
  for (const values of [own, { ...external, ...own }]) {
    const manifests = render(values);
    const { spec, container } = pod(manifests, 'sk-tagging');
    const folder = configOf(manifests, 'tagging')['TAXONOMY_FOLDER'];
    expect(spec.volumes).toContainEqual({ name: 'taxonomy', configMap: { name: 'our-skills' } });
    expect(container.volumeMounts).toContainEqual({ name: 'taxonomy', mountPath: folder, readOnly: true });
  }
  expect(configOf(plain, 'tagging')).not.toHaveProperty('TAXONOMY_FOLDER');
});

test("reports of one's own are mounted, and analytics is told where", () => {
  const manifests = render({ analytics: { reports: { configMap: 'our-claims' } } });
  const { spec, container } = pod(manifests, 'sk-analytics');
  const folder = configOf(manifests, 'analytics')['REPORTS_FOLDER'];
  expect(spec.volumes).toContainEqual({ name: 'reports', configMap: { name: 'our-claims' } });
  expect(container.volumeMounts).toContainEqual({ name: 'reports', mountPath: folder, readOnly: true });
  expect(configOf(plain, 'analytics')).not.toHaveProperty('REPORTS_FOLDER');
});

test('a service hears of nothing that it does not use', () => {
  expect(Object.keys(configOf(plain, 'gateway')).join()).not.toMatch(/KAFKA|MONGO/);
  expect(Object.keys(configOf(plain, 'tagging')).join()).not.toMatch(/MONGO/);
});

test('the gateway finds the parts of its own release', () => {
  expect(configOf(plain, 'gateway')).toMatchObject({
    INGESTION_URL: 'http://sk-ingestion',
    TAGGING_URL: 'http://sk-tagging',
    ANALYTICS_URL: 'http://sk-analytics',
  });
});

const ofSafety = (manifests: Manifest[]) =>
  Object.entries(configOf(manifests, 'gateway')).filter(([key]) =>
    /^(RATE|LIVE|TRUSTED|CORS|HSTS)_/.test(key),
  );

test('the gateway limits its clients unless it is told otherwise, and trusts nobody', () => {
  expect(Object.fromEntries(ofSafety(plain))).toEqual({
    RATE_LIMIT_READS_PER_MINUTE: '60000',
    RATE_LIMIT_WRITES_PER_MINUTE: '60000',
    RATE_LIMIT_STREAMS_PER_MINUTE: '6000',
    RATE_LIMIT_EXPENSIVE_PER_MINUTE: '600',
    LIVE_STREAMS_PER_CLIENT: '10',
    TRUSTED_PROXIES: '',
    CORS_ORIGINS: '',
    HSTS_MAX_AGE_SECONDS: '31536000',
  });
});

const safety = {
  rateLimits: { readsPerMinute: 12_000_000, writesPerMinute: 0 },
  trustedProxies: '10.0.0.0/8, ::1',
  corsOrigins: ['https://app.example.org', 'http://localhost:5173'],
  hstsMaxAgeSeconds: 0,
};

test('limits, proxies and origins reach the gateway as they were set, and it takes them', () => {
  const set = render({ gateway: safety });
  expect(Object.fromEntries(ofSafety(set))).toMatchObject({
    RATE_LIMIT_READS_PER_MINUTE: '12000000',
    RATE_LIMIT_WRITES_PER_MINUTE: '0',
    TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    CORS_ORIGINS: 'https://app.example.org,http://localhost:5173',
    HSTS_MAX_AGE_SECONDS: '0',
  });
  for (const manifests of [set, render({ gateway: { trustedProxies: '1' } })])
    expect(accepts(manifests, 'gateway')).toBe('accepted');
});

const ofSignIn = (manifests: Manifest[]) =>
  Object.fromEntries(
    Object.entries(configOf(manifests, 'gateway')).filter(([key]) => key.startsWith('PAGE_OIDC_')),
  );

test('the page signs in with the issuer once it is a client there, and the gateway takes that', () => {
  const usual = 'openid analytics:read ops:read postings:write';
  expect(ofSignIn(plain)).toEqual({
    ...{ PAGE_OIDC_CLIENT_ID: '', PAGE_OIDC_SCOPES: usual, PAGE_OIDC_RESOURCE: '' },
  });
  const signIn = { clientId: 'page', scopes: ['openid', 'offline_access'], resource: 'urn:skillstream' };
  const set = render({ global: { auth: { issuer: 'https://login.example.net' } }, gateway: { signIn } });
  expect(ofSignIn(set)).toEqual({
    PAGE_OIDC_CLIENT_ID: 'page',
    PAGE_OIDC_SCOPES: 'openid offline_access',
    PAGE_OIDC_RESOURCE: 'urn:skillstream',
  });
  expect(accepts(set, 'gateway')).toBe('accepted');
});

test('a client without an issuer is refused, by the name of the value', () =>
  expect(refusal({ gateway: { signIn: { clientId: 'page' } } })).toContain(
    'global.auth.issuer, which is empty',
  ));

const demoCertificate = (manifests: Manifest[]) =>
  Buffer.from(one(manifests, 'Secret', 'sk-engines').data?.['demo-certificate'] ?? '', 'base64').toString();

// The service's own config.ts is asked; files of certificates are nowhere but in the pod.
const accepts = (manifests: Manifest[], name: string) => {
  const root = join(import.meta.dirname, '../..');
  const script = `const m = await import('./services/${name}/src/config.ts'); m.loadConfig?.()`;
  const fromSecrets = (pod(manifests, `sk-${name}`).container.env ?? []).map((item) => [
    item.name,
    item.name === 'AUTH_DEMO_PUBLIC_KEY' ? demoCertificate(manifests) : 'secret',
  ]);
  const config = Object.entries(configOf(manifests, name)).filter(([key]) => !key.endsWith('_CA_FILE'));
  const env = {
    ...Object.fromEntries([...config, ...fromSecrets]),
  };
  const args = ['--no-warnings', '--input-type=module', '--eval', script];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  return status === 0 ? 'accepted' : stdout + stderr;
};

test.each(services)('%s accepts the environment that its chart gives', (name) => {
  expect(accepts(plain, name)).toBe('accepted');
  expect(accepts(elsewhere, name)).toBe('accepted');
});

describe('a pod is made anew', () => {
  const sum = (values: Values, name: string) => pod(render(values), name).annotations;

  test.each<[string, Values, string]>([
    ['its settings', { tagging: { logLevel: 'debug' } }, 'sk-tagging'],
    ['the engines it uses', { global: { kafka: { partitions: 6 } } }, 'sk-tagging'],
  ])('when a change concerns %s', (_what, values, name) => {
    expect(sum(values, name)).not.toEqual(pod(plain, name).annotations);
  });

  test('and not for a change that concerns others', () => {
    const values = { global: { mongodb: { url: 'mongodb://m' } }, ingestion: { logLevel: 'debug' } };
    expect(sum(values, 'sk-tagging')).toEqual(pod(plain, 'sk-tagging').annotations);
    const brokers = { global: { kafka: { brokers: ['k:9092'] } }, ingestion: { logLevel: 'debug' } };
    expect(sum(brokers, 'sk-gateway')).toEqual(pod(plain, 'sk-gateway').annotations);
  });

  test('when it reads other Secrets of the user', () => {
    const global = { kafka: { existingSecret: { name: 'mine' } } };
    expect(sum({ global }, 'sk-tagging')).toHaveProperty('checksum/secrets');
    expect(pod(plain, 'sk-tagging').annotations).not.toHaveProperty('checksum/secrets');
  });
});
