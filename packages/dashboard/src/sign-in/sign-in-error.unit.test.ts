import { expect, test } from '@jest/globals';
import * as oauth from 'oauth4webapi';
import { isRefusal, SignInError, signInSentence } from './sign-in-error.ts';

const issuer = new URL('https://id.example.org');
const server = { issuer: issuer.href, authorization_response_iss_parameter_supported: true };
const client = { client_id: 'page' };
// What the library really throws, not what it is thought to throw.
const thrown = async (step: () => unknown): Promise<unknown> => {
  try {
    return await step();
  } catch (error) {
    return error;
  }
};
const cameBack = (parameters: Record<string, string>) =>
  thrown(() => oauth.validateAuthResponse(server, client, new URLSearchParams(parameters), 's'));
const back = { state: 's', iss: issuer.href };
const discovered = (body: string, init?: ResponseInit) =>
  thrown(() => oauth.processDiscoveryResponse(issuer, new Response(body, init)));
const json = { headers: { 'content-type': 'application/json' } };
const changed = (body: object, status = 400, headers = {}) => {
  const init = { status, headers: { ...json.headers, ...headers } };
  return thrown(() =>
    oauth.processRefreshTokenResponse(server, client, new Response(JSON.stringify(body), init)),
  );
};

test.each<[string, () => unknown, string]>([
  ['who cancels', () => cameBack({ ...back, error: 'access_denied' }), 'did not let you in'],
  ['scopes that nobody grants', () => cameBack({ ...back, error: 'invalid_scope' }), 'does not grant'],
  ['another error', () => cameBack({ ...back, error: 'server_error' }), 'The issuer refused: server_error.'],
  ['an error in prose', () => cameBack({ ...back, error: 'Call 555' }), 'does not say why'],
  ['another issuer', () => cameBack({ state: 's', iss: 'https://x.example.org' }), 'not from the issuer'],
  ['no issuer', () => cameBack({ state: 's' }), 'not from the issuer'],
  [
    'a document of another issuer',
    () => discovered('{"issuer":"https://x.example.org"}', json),
    'not from the',
  ],
  ['a page for people', () => discovered('<html>', json), 'as an OpenID provider does'],
  ['no document', () => discovered('', { status: 404 }), 'as an OpenID provider does'],
  ['a code that is spent', () => changed({ error: 'invalid_grant' }), 'refused the code'],
  ['an issuer without TLS', () => thrown(() => oauth.discoveryRequest(new URL('http://x'))), 'takes https'],
  ['nobody', () => thrown(() => fetch('http://127.0.0.1:2')), 'cannot be reached'],
  ['silence', () => new DOMException('', 'TimeoutError'), 'cannot be reached'],
  ['our own', () => new SignInError('none'), 'names no issuer'],
  ['anything else', () => new Error('strange'), 'Signing in failed: strange.'],
])('%s is a sentence', async (_what, step, sentence) => {
  const said = signInSentence(await step());
  expect(said).toContain(sentence);
  expect(said).toMatch(/^[A-Z][^\n]*\.$/);
});

test('what the issuer refuses is a refusal; what it did not hear is none', async () => {
  expect(isRefusal(await changed({ error: 'invalid_grant' }))).toBe(true);
  expect(isRefusal(await changed({}, 401, { 'www-authenticate': 'Basic realm="x"' }))).toBe(true);
  for (const status of [429, 502, 503])
    expect([status, isRefusal(await changed({ error: 'try_later' }, status))]).toEqual([status, false]);
  expect(isRefusal(await thrown(() => fetch('http://127.0.0.1:2')))).toBe(false);
  expect(isRefusal(null)).toBe(false);
});
