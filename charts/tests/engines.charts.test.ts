import { describe, expect, test } from '@jest/globals';
import {
  ENGINE_ADMIN,
  engineRights,
  engineUsers,
  redisRules,
} from '../../packages/contracts/src/rights/index.ts';
import { guard, kafkaContainerEnv } from '../../packages/engines/src/kafka-settings.ts';
import { external } from './external.ts';
import { render } from './helm.ts';
import { ofKind, one, pod, podsOf, type RunningPod } from './manifest.ts';

const plain = render();
const env = ({ container }: RunningPod) =>
  Object.fromEntries((container.env ?? []).map(({ name, value }) => [name, value]));
const secretsOf = (manifests = plain) =>
  podsOf(manifests).flatMap(({ container }) =>
    (container.env ?? []).flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []),
  );
const decoded = (text: string) => Buffer.from(text, 'base64').toString();

test('Kafka has the settings of a laptop, but for its listeners', () => {
  const { KAFKA_LISTENERS: listeners, ...settings } = env(pod(plain, 'sk-kafka'));
  const differ = /LISTENERS|LISTENER_NAME|LISTENER_SECURITY/;
  const expected = Object.entries(kafkaContainerEnv('any')).filter(([key]) => !differ.test(key));
  expect(settings).toMatchObject(Object.fromEntries(expected));
  expect(listeners).toBe('CLIENT://:9092,LOCAL://localhost:9094,CONTROLLER://localhost:9093');
  expect(settings.KAFKA_LISTENER_SECURITY_PROTOCOL_MAP).toContain('CLIENT:SASL_PLAINTEXT');
});

test('Kafka lets nobody do what no ACL says, and knows each service that speaks to it by its own password', () => {
  const settings = env(pod(plain, 'sk-kafka'));
  for (const [key, value] of Object.entries(guard(ENGINE_ADMIN)))
    expect(settings).toHaveProperty(`KAFKA_${key.toUpperCase().replaceAll('.', '_')}`, String(value));
  const jaas = settings['KAFKA_LISTENER_NAME_CLIENT_PLAIN_SASL_JAAS_CONFIG']!;
  expect([...jaas.matchAll(/user_(\w+)="\$\((\w+)\)"/g)].map(([, user, name]) => [user, name])).toEqual([
    [ENGINE_ADMIN, 'ADMIN_PASSWORD'],
    ...['analytics', 'ingestion', 'tagging'].map((user) => [user, `${user.toUpperCase()}_PASSWORD`]),
  ]);
});

test('Valkey lets each of its users do what the table of rights says', () => {
  const args = pod(plain, 'sk-valkey').container.args!.join(' ');
  for (const user of engineUsers) {
    const { redis } = engineRights[user];
    const rules = redis && redisRules(redis, { readOnlyKeys: true }).join(' ');
    if (rules) expect(args).toContain(`--user ${user} ${rules} >$(${user.toUpperCase()}_PASSWORD)`);
    else expect(args).not.toContain(user);
  }
});

test.each(engineUsers)(
  '%s logs in to Kafka and Valkey by its own name, with its own password alone',
  (user) => {
    const { kafka, redis } = engineRights[user];
    const { data = {} } = one(plain, 'ConfigMap', `sk-${user}`);
    expect(data.KAFKA_SASL_USERNAME).toBe(kafka.length > 0 ? user : undefined);
    expect(data.REDIS_USERNAME).toBe(redis && user);
    const keys = (pod(plain, `sk-${user}`).container.env ?? []).flatMap(
      ({ valueFrom }) => valueFrom?.secretKeyRef?.key ?? [],
    );
    const wanted = [
      ...(kafka.length > 0 ? [`${user}-kafka-password`] : []),
      ...(redis ? [`${user}-redis-password`] : []),
    ];
    expect(keys.filter((key) => /(kafka|redis)-password$/.test(key))).toEqual(wanted);
  },
);

test('another pod of the Job that sets the rights is another Job, and the same pod the same', () => {
  const nameOf = (values = {}) => ofKind(render(values), 'Job').map(({ metadata }) => metadata.name);
  expect(nameOf()).toEqual([expect.stringMatching(/^sk-kafka-rights-[0-9a-f]{8}$/)]);
  expect(nameOf()).toEqual(nameOf({ gateway: { replicas: 3 } }));
  expect(nameOf()).not.toEqual(nameOf({ global: { image: { tag: 'next' } } }));
});

test('MongoDB wants the log-in that the services have', () => {
  const { MONGO_INITDB_ROOT_USERNAME: user, ...rest } = env(pod(plain, 'sk-mongodb'));
  expect(Object.keys(rest)).toEqual(['MONGO_INITDB_ROOT_PASSWORD']);
  const config = ofKind(plain, 'ConfigMap').find(({ metadata }) => metadata.name === 'sk-ingestion');
  expect(config?.data?.MONGO_USERNAME).toBe(user);
});

test('Valkey keeps what it is told and evicts nothing', () => {
  const args = pod(plain, 'sk-valkey').container.args?.join(' ');
  expect(args).toMatch(/--requirepass \$\(REDISCLI_AUTH\)/);
  expect(args).toMatch(/--appendonly yes/);
  expect(args).toMatch(/--maxmemory-policy noeviction/);
});

describe('the Secret', () => {
  const passwords = [
    ...['', 'ingestion-', 'tagging-', 'analytics-'].map((user) => `${user}kafka-password`),
    ...['', 'analytics-', 'gateway-', 'ingestion-', 'tagging-'].map((user) => `${user}redis-password`),
    'mongodb-password',
  ];
  test('holds a password an engine and user, long and different, and a key pair that is marked as for demos', () => {
    const { data = {}, metadata } = one(plain, 'Secret', 'sk-engines');
    const texts = Object.entries(data).map(([key, text]) => [key, decoded(text)]);
    expect(Object.fromEntries(texts)).toEqual({
      ...Object.fromEntries(passwords.map((key) => [key, expect.stringMatching(/^.{32}$/)])),
      'demo-signing-key': expect.stringMatching(/^-----BEGIN EC PRIVATE KEY-----/),
      'demo-certificate': expect.stringMatching(/^-----BEGIN CERTIFICATE-----/),
    });
    expect(new Set(Object.values(data)).size).toBe(12);
    expect(metadata.labels).toMatchObject({ 'skillstream.dev/demo': 'true' });
  });

  test('stays with the volumes that only its passwords open, and goes where they go', () => {
    const policy = (persistence = {}) =>
      one(render({ engines: { persistence } }), 'Secret', 'sk-engines').metadata.annotations?.[
        'helm.sh/resource-policy'
      ];
    expect(policy()).toBe('keep');
    expect(policy({ enabled: false })).toBeUndefined();
    expect(policy({ whenDeleted: 'Delete' })).toBeUndefined();
  });

  test('holds nothing that no pod asks for but the key that signs, and everything that one does', () => {
    const keys = secretsOf().map(({ name, key }) => `${name}/${key}`);
    const { data = {} } = one(plain, 'Secret', 'sk-engines');
    const made = Object.keys(data).filter((key) => key !== 'demo-signing-key');
    expect([...new Set(keys)].sort()).toEqual(made.map((key) => `sk-engines/${key}`).sort());
  });

  test('is not made where every password is the user own', () => {
    const existingSecret = { name: 'mine' };
    const global = { kafka: { existingSecret }, mongodb: { existingSecret }, redis: { existingSecret } };
    const manifests = render({ global: { ...global, auth: { demoKey: { enabled: false } } } });
    expect(ofKind(manifests, 'Secret')).toEqual([]);
    expect(new Set(secretsOf(manifests).map(({ name }) => name))).toEqual(new Set(['mine']));
    expect(podsOf(manifests).some(({ name }) => name === 'sk-kafka')).toBe(true);
  });

  test('is never read for engines elsewhere', () => {
    const manifests = render(external);
    expect(ofKind(manifests, 'Secret')).toEqual([]);
    expect(new Set(secretsOf(manifests).map(({ name, key }) => `${name}/${key}`))).toEqual(
      new Set(['mine/k', 'mine/m', 'mine/r']),
    );
  });
});

test('no object but the Secret shows a password', () => {
  const { data = {} } = one(plain, 'Secret', 'sk-engines');
  const rest = JSON.stringify(plain.filter(({ kind }) => kind !== 'Secret'));
  for (const text of Object.values(data)) expect(rest).not.toContain(decoded(text));
});

describe('storage', () => {
  const claims = (manifests = plain) =>
    ofKind(manifests, 'StatefulSet').map(({ spec }) => spec.volumeClaimTemplates?.length ?? 0);
  const emptyDir = (manifests: typeof plain, name: string) =>
    pod(manifests, name).spec.volumes?.find((volume) => volume.name === 'data')?.emptyDir;

  test('is a claim an engine, or a folder that goes with the pod', () => {
    expect(claims()).toEqual([1, 1, 1]);
    const lost = render({ engines: { persistence: { enabled: false } } });
    expect(claims(lost)).toEqual([0, 0, 0]);
    expect(emptyDir(lost, 'sk-mongodb')).toEqual({ sizeLimit: '8Gi' });
  });

  test('of Kafka can be small and in memory, so that a test can fill it', () => {
    const manifests = render({ engines: { kafka: { dataInMemory: { size: '64Mi' } } } });
    expect(claims(manifests).sort()).toEqual([0, 1, 1]);
    expect(emptyDir(manifests, 'sk-kafka')).toEqual({ medium: 'Memory', sizeLimit: '64Mi' });
  });
});
