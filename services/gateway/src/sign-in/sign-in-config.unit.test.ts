import { authConfig } from '@skillstream/auth';
import { signIn } from '@skillstream/contracts';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { completeSignIn, signInConfig, signInOf } from './sign-in-config.ts';

const schema = z.object({ ...authConfig.shape, ...signInConfig.shape }).superRefine(completeSignIn);
const issuer = 'https://id.example.org/realms/jobs';
const said = (env: Record<string, string>) => signIn.parse(signInOf(schema.parse(env)));
const changes = ['ops:write', 'postings:write', 'postings:retract'];

test('without any variable nobody is sent anywhere, and changes take a token', () =>
  expect(said({})).toEqual({ tokenNeededFor: changes, issuer: null }));

test('where reading is closed, it takes a token too', () =>
  expect(said({ AUTH_READS: 'closed' }).tokenNeededFor).toEqual(['analytics:read', 'ops:read', ...changes]));

test('an issuer whose tokens are taken is not one that the page signs in with, unless a client is named', () => {
  expect(said({ AUTH_ISSUER: issuer }).issuer).toBeNull();
  expect(said({ AUTH_ISSUER: issuer, PAGE_OIDC_CLIENT_ID: 'page' }).issuer).toEqual({
    ...{ issuer, clientId: 'page' },
    scopes: ['openid', 'analytics:read', 'ops:read', 'postings:write'],
  });
});

test('scopes and resource are those of the installation', () =>
  expect(
    said({
      ...{ AUTH_ISSUER: issuer, PAGE_OIDC_CLIENT_ID: 'page' },
      ...{ PAGE_OIDC_SCOPES: 'openid  offline_access', PAGE_OIDC_RESOURCE: 'urn:skillstream' },
    }).issuer,
  ).toMatchObject({ scopes: ['openid', 'offline_access'], resource: 'urn:skillstream' }));

test.each([
  ['a client without an issuer', { PAGE_OIDC_CLIENT_ID: 'page' }, /PAGE_OIDC_CLIENT_ID needs AUTH_ISSUER/],
  ['a client of blanks', { AUTH_ISSUER: issuer, PAGE_OIDC_CLIENT_ID: ' ' }, /PAGE_OIDC_CLIENT_ID .*ASCII/],
  ['scopes that do not say who signs in', { PAGE_OIDC_SCOPES: 'ops:read' }, /PAGE_OIDC_SCOPES openid/],
  ['scopes with a quotation mark', { PAGE_OIDC_SCOPES: 'openid "' }, /PAGE_OIDC_SCOPES scopes/],
  ['a resource that is no URI', { PAGE_OIDC_RESOURCE: 'skillstream' }, /PAGE_OIDC_RESOURCE /],
])('%s is refused, by the name of the variable', (_what, env, reported) => {
  const [fault, ...more] = schema.safeParse(env).error!.issues;
  expect(`${fault!.path.join('.')} ${fault!.message}`).toMatch(reported);
  expect(more).toEqual([]);
});
