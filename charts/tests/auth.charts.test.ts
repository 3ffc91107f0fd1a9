import { createPrivateKey, createPublicKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createVerifyToken } from '@skillstream/auth';
import { signToken } from '../../packages/cli/src/auth/sign-token.ts';
import { external } from './external.ts';
import { render, type Values } from './helm.ts';
import { ofKind, one, pod, podsOf, type Manifest } from './manifest.ts';

const services = ['ingestion', 'tagging', 'analytics', 'gateway'];
const plain = render();
const partOf = (key: string) =>
  Buffer.from(one(plain, 'Secret', 'sk-engines').data?.[key] ?? '', 'base64').toString();
const configOf = (manifests: Manifest[], name: string) =>
  one(manifests, 'ConfigMap', `sk-${name}`).data ?? {};

test('the demo key is of P-256, and what it signs its certificate verifies as the services do', async () => {
  const [key, certificate] = [partOf('demo-signing-key'), partOf('demo-certificate')];
  for (const half of [createPrivateKey(key), createPublicKey(certificate)])
    expect(half.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  const token = await signToken(key, { scopes: ['postings:write'], subject: 'sue', minutes: 1 });
  const trusted = [{ issuer: 'urn:skillstream:demo', keys: createPublicKey(certificate) }];
  await expect(createVerifyToken(trusted, 'skillstream')(token)).resolves.toMatchObject({ subject: 'sue' });
});

// Whatever of a pod names a Secret, wherever it stands.
const secretKeysOf = (manifests: Manifest[], name: string) => {
  const { spec, container } = pod(manifests, name);
  const byVariable = (container.env ?? []).flatMap(({ valueFrom }) => valueFrom?.secretKeyRef?.key ?? []);
  return { byVariable, rest: JSON.stringify(spec.volumes ?? []) + JSON.stringify(container.args ?? []) };
};

test.each(services)('%s gets the certificate and never the private key', (name) => {
  const { byVariable, rest } = secretKeysOf(plain, `sk-${name}`);
  expect(byVariable).toContain('demo-certificate');
  expect(byVariable).not.toContain('demo-signing-key');
  expect(rest).not.toContain('sk-engines');
});

test('no engine gets either half', () => {
  for (const { name } of podsOf(plain).filter(({ kind }) => kind === 'StatefulSet'))
    expect(secretKeysOf(plain, name).byVariable.join()).not.toMatch(/demo/);
});

const auth = (values: Values): Values => ({ global: { auth: values } });
const ofAuth = (manifests: Manifest[], name: string) =>
  Object.fromEntries(
    Object.entries(configOf(manifests, name)).filter(([key]) => /^(AUTH|ENVIRON|NODE)/.test(key)),
  );

test.each(services)('%s is told whose tokens to take, and what for', (name) => {
  expect(ofAuth(plain, name)).toEqual({
    ENVIRONMENT: 'development',
    AUTH_AUDIENCE: 'skillstream',
    AUTH_TOKEN_TYPE: 'at+jwt',
    AUTH_READS: 'open',
  });
  expect(ofAuth(render(external), name)).toEqual({
    ENVIRONMENT: 'production',
    AUTH_ISSUER: 'https://login.example.net:8443/realms/work',
    AUTH_AUDIENCE: 'postings',
    AUTH_TOKEN_TYPE: 'at+jwt',
    AUTH_READS: 'closed',
    NODE_EXTRA_CA_CERTS: '/etc/skillstream/tls/issuer/ca.crt',
  });
});

test('an authority of the issuer is mounted where Node is told to look', () => {
  const { container, spec } = pod(render(external), 'sk-gateway');
  expect(spec.volumes).toContainEqual(
    expect.objectContaining({
      name: 'issuer-ca',
      secret: expect.objectContaining({ secretName: 'login-ca' }),
    }),
  );
  expect(container.volumeMounts).toContainEqual(
    expect.objectContaining({ name: 'issuer-ca', mountPath: '/etc/skillstream/tls/issuer' }),
  );
  expect(pod(render(), 'sk-gateway').spec).not.toHaveProperty('volumes');
});

describe('the demo key', () => {
  const demoOf = (manifests: Manifest[]) =>
    (pod(manifests, 'sk-gateway').container.env ?? []).find(({ name }) => name === 'AUTH_DEMO_PUBLIC_KEY');

  test('is neither made nor given where it is switched off', () => {
    const manifests = render(auth({ demoKey: { enabled: false } }));
    expect(Object.keys(one(manifests, 'Secret', 'sk-engines').data ?? {}).join()).not.toMatch(/demo/);
    for (const { container, spec } of podsOf(manifests))
      expect(JSON.stringify([container.env, spec.volumes])).not.toMatch(/demo-|AUTH_DEMO/);
  });

  test('can be a pair of the user own, then none is made, and its change makes pods anew', () => {
    const existingSecret = { name: 'ours', publicKey: 'pub', privateKey: 'priv' };
    const manifests = render(auth({ demoKey: { existingSecret } }));
    expect(demoOf(manifests)?.valueFrom?.secretKeyRef).toEqual({ name: 'ours', key: 'pub' });
    const kept = Object.keys(one(manifests, 'Secret', 'sk-engines').data ?? {});
    expect(kept.join()).not.toMatch(/demo|pub|priv/);
    expect(pod(manifests, 'sk-gateway').annotations).toHaveProperty('checksum/secrets');
  });

  test('goes on beside an issuer while it is no production', () => {
    const manifests = render(auth({ issuer: 'http://login.example.net' }));
    expect(demoOf(manifests)?.valueFrom?.secretKeyRef?.name).toBe('sk-engines');
    expect(configOf(manifests, 'gateway')).toMatchObject({ AUTH_ISSUER: 'http://login.example.net' });
  });
});

describe('helm test', () => {
  const filesOf = (values: Values) => {
    const [volume] = pod(render(values), 'sk-test').spec.volumes ?? [];
    return (volume?.projected?.sources ?? []).map(({ secret }) => [
      secret.name,
      secret.items.map(({ key, path }) => `${key} as ${path}`).join(),
    ]);
  };
  const ownToken = { test: { token: { existingSecret: { name: 'mine', key: 'jwt' } } } };

  test('signs by the demo key, which no other pod has', () => {
    expect(filesOf({})).toEqual([['sk-engines', 'demo-signing-key as demo-signing-key']]);
    expect(ofKind(plain, 'Pod')).toHaveLength(1);
  });
  test("takes a token of one's own where one is named", () => {
    expect(filesOf({ ...external, ...ownToken })).toEqual([['mine', 'jwt as token']]);
  });
  test('has nothing to write by where there is neither', () => {
    expect(filesOf(external)).toEqual([]);
  });
});
