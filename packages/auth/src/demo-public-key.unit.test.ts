import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { authConfig, safeAuth } from './auth-config.ts';
import { demoPublicKey } from './demo-public-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'skillstream-demo-key-'));
const file = (name: string) => join(folder, name);
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
beforeAll(() => {
  writeFileSync(file('public.pem'), publicKey);
  writeFileSync(file('private.pem'), pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(file('text'), 'no key');
});
afterAll(() => rmSync(folder, { recursive: true }));

const schema = authConfig.superRefine(safeAuth);
const issuesOf = (env: Record<string, string>) =>
  schema.safeParse(env).error?.issues.map(({ path, message }) => `${path.join()} ${message}`) ?? [];

test.each([
  ['by itself', { AUTH_DEMO_PUBLIC_KEY: publicKey }, publicKey],
  ['in a file', { AUTH_DEMO_PUBLIC_KEY_FILE: file('public.pem') }, publicKey],
  ['nowhere', {}, null],
])('the key of demonstrations is given %s', (_how, env, key) => {
  expect(demoPublicKey(schema.parse(env))).toBe(key);
});

test.each(['private.pem', 'text', 'nothing-there', '.'])(
  'a file that holds no public key is refused and named by its variable: %s',
  (name) => {
    expect(issuesOf({ AUTH_DEMO_PUBLIC_KEY_FILE: file(name) })).toEqual([
      expect.stringMatching(/^AUTH_DEMO_PUBLIC_KEY_FILE names a file that holds no public key/),
    ]);
  },
);

test('the key is given in one way, and in a production in none', () => {
  const inFile = { AUTH_DEMO_PUBLIC_KEY_FILE: file('public.pem') };
  expect(issuesOf({ ...inFile, AUTH_DEMO_PUBLIC_KEY: publicKey })).toEqual([
    expect.stringContaining('exclude each other'),
  ]);
  const production = { ENVIRONMENT: 'production', AUTH_ISSUER: 'https://login.example.org' };
  expect(issuesOf(production)).toEqual([]);
  expect(issuesOf({ ...production, ...inFile })).toEqual([
    expect.stringMatching(/^AUTH_DEMO_PUBLIC_KEY_FILE .*not for production/),
  ]);
});
