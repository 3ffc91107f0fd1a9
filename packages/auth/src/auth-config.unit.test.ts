import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { authConfig, safeAuth } from './auth-config.ts';

const schema = authConfig.superRefine(safeAuth);
const issuesOf = (env: Record<string, string>): string[] =>
  (schema.safeParse(env).error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const privatePem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const rsaPem = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .publicKey.export({ type: 'spki', format: 'pem' })
  .toString();
const issuer = 'https://id.example.org/realms/jobs';

test('without any variable reading is open, and nobody is trusted', () => {
  expect(schema.parse({})).toEqual({
    ENVIRONMENT: 'development',
    AUTH_AUDIENCE: 'skillstream',
    AUTH_TOKEN_TYPE: 'at+jwt',
    AUTH_READS: 'open',
  });
});

test.each([
  ['a demonstration', { AUTH_DEMO_PUBLIC_KEY: publicPem }],
  ['an issuer on this machine', { AUTH_ISSUER: 'http://127.0.0.1:8080' }],
  ['a production with an issuer', { ENVIRONMENT: 'production', AUTH_ISSUER: issuer, AUTH_READS: 'closed' }],
])('%s is taken', (_what, env) => expect(issuesOf(env)).toEqual([]));

test.each([
  [
    'a production with the key of demonstrations',
    { ENVIRONMENT: 'production', AUTH_ISSUER: issuer, AUTH_DEMO_PUBLIC_KEY: publicPem },
    /AUTH_DEMO_PUBLIC_KEY .*not for production/,
  ],
  ['a production without an issuer', { ENVIRONMENT: 'production' }, /AUTH_ISSUER .*needed in production/],
  [
    'a production whose issuer anybody between may be',
    { ENVIRONMENT: 'production', AUTH_ISSUER: 'http://id.example.org' },
    /AUTH_ISSUER .*https/,
  ],
  ['a private key', { AUTH_DEMO_PUBLIC_KEY: privatePem }, /AUTH_DEMO_PUBLIC_KEY .*no public key/],
  ['a key of another kind', { AUTH_DEMO_PUBLIC_KEY: rsaPem }, /AUTH_DEMO_PUBLIC_KEY .*elliptic curve/],
  ['no key at all', { AUTH_DEMO_PUBLIC_KEY: 'secret' }, /AUTH_DEMO_PUBLIC_KEY /],
  ['an issuer that is no address', { AUTH_ISSUER: 'acme' }, /AUTH_ISSUER /],
  ['an issuer that is a file', { AUTH_ISSUER: 'file:///etc/passwd' }, /AUTH_ISSUER /],
  ['half open reads', { AUTH_READS: 'some' }, /AUTH_READS /],
])('%s is refused, by the name of the variable', (_what, env, reported) => {
  const faults = issuesOf(env);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(reported);
});
