import { createHmac, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { responseOf, createClient, ProblemError } from '@skillstream/client';
import {
  DEMO_ISSUER,
  ingestResult,
  pipelineState,
  postingRecord,
  problem,
  scopeNames,
} from '@skillstream/contracts';
import { SignJWT, UnsecuredJWT } from 'jose';
import { startOpenIdProvider } from '../packages/auth/test/openid-provider.ts';
import { demoKey } from '../packages/cli/src/auth/demo-key.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { allowed, localPublicKey, localTokens } from './platform/token.ts';

// Who may do what, over the whole platform with nothing open: by tokens of a real OpenID provider, by forged ones,
// and by none; at the gateway and at each service behind it.
let provider: Awaited<ReturnType<typeof startOpenIdProvider>>;
let platform: Platform;
let postingId: string;
const posting = {
  source: 'acme',
  sourceId: '1',
  title: 'Backend engineer',
  description: 'We run Go over Kafka.',
};
const asJson = { 'content-type': 'application/json' };
const places = ['gateway', 'ingestion', 'tagging', 'analytics'] as const;

beforeAll(async () => {
  provider = await startOpenIdProvider();
  platform = await startPlatform({ AUTH_ISSUER: provider.issuer, AUTH_READS: 'closed' });
  const body = JSON.stringify(posting);
  const request = await allowed({ method: 'POST', headers: asJson, body });
  const sent = ingestResult.parse(await (await fetch(`${platform.url}/v1/postings`, request)).json());
  ({ postingId } = sent as { postingId: string });
  await platform.settled();
});
afterAll(async () => {
  await platform?.stop();
  await provider?.stop();
});

const as = (token: string) => createClient({ baseUrl: platform.url, token: async () => token });
const statusOf = (asked: Promise<unknown>): Promise<number> =>
  asked.then(
    () => 200,
    (error: unknown) => (error instanceof ProblemError ? error.status : Promise.reject(error)),
  );

describe('a token of the issuer', () => {
  test('by client credentials sends a posting, and may not take one back', async () => {
    const feed = as(await provider.clientCredentials('postings:write'));
    const sent = await responseOf(feed.POST('/v1/postings', { body: { ...posting, sourceId: '2' } }));
    const { postingId: id } = sent as { postingId: string };
    const retract = feed.DELETE('/v1/postings/{id}', { params: { path: { id } } });
    expect(await statusOf(responseOf(retract))).toBe(403);
    await platform.settled();
  });

  test('by an authorization code with PKCE reads what was counted, and changes nothing', async () => {
    const page = as(await provider.authorizationCode('analytics:read', 'ann'));
    const query = { via: 'facts' } as const;
    const { population } = await responseOf(page.GET('/v1/demand', { params: { query } }));
    expect(population).toBeGreaterThan(0);
    expect(await statusOf(responseOf(page.POST('/v1/postings', { body: posting })))).toBe(403);
    expect(await statusOf(responseOf(page.GET('/v1/ledger')))).toBe(403);
  });

  test('is what the parts are asked with: an answer over GraphQL is what its caller may know', async () => {
    const token = await provider.authorizationCode('analytics:read', 'ann');
    const ask = async (query: string) => {
      const headers = { ...asJson, authorization: `Bearer ${token}` };
      const request = { method: 'POST', headers, body: JSON.stringify({ query }) };
      return (await (await fetch(`${platform.url}/graphql`, request)).json()) as {
        data: Record<string, unknown> | null;
        errors?: { extensions: { code: string } }[];
      };
    };
    expect((await ask('{ demand { population } }')).errors).toBeUndefined();
    const { errors } = await ask('{ ledger { balanced } }');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['insufficient-scope']);
  });
});

test('without a token nothing is answered but how a process is, and the reference', async () => {
  const open = ['/healthz', '/readyz', '/openapi.json', '/docs', '/', '/skills/docker'];
  for (const path of open) expect([path, (await fetch(platform.url + path)).status]).toEqual([path, 200]);
  const closed = [
    '/v1/demand',
    '/v1/skills',
    '/v1/ledger',
    '/v1/live',
    '/v1/pipeline',
    '/v1/pipeline/live',
    '/v1/reports',
    `/v1/postings/${postingId}`,
  ];
  for (const path of closed) expect([path, (await fetch(platform.url + path)).status]).toEqual([path, 401]);
});

test('the pipeline is read in the name of who asks, the ledger too', async () => {
  const found = await until('all is shown', async () => {
    const response = await fetch(`${platform.url}/v1/pipeline`, await allowed());
    const state = pipelineState.parse(await response.json());
    return state.ledger && state.services.every(({ rates }) => rates) ? state : null;
  });
  expect(found.ledger!.total.accepted).toBeGreaterThan(0);
});

test('an answer from the cache is for those alone who may ask', async () => {
  const path = '/v1/demand?role=backend';
  for (let i = 0; i < 3; i += 1) expect((await fetch(platform.url + path, await allowed())).status).toBe(200);
  expect((await fetch(platform.url + path)).status).toBe(401);
});

describe('an answer that goes on ends with the token that it was asked for with:', () => {
  const subscription = JSON.stringify({ query: 'subscription { changes { at } }' });
  test.each<[string, string, RequestInit]>([
    ['the live feed', '/v1/live', {}],
    ['the stream of the pipeline', '/v1/pipeline/live', {}],
    ['a subscription', '/graphql', { method: 'POST', body: subscription }],
  ])('%s', async (_what, path, init) => {
    // Long enough for a busy machine to begin the answer by then.
    const endsSeconds = Math.floor(Date.now() / 1000) + 6;
    const token = await new SignJWT({ scope: 'analytics:read ops:read' })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
      .setIssuer(DEMO_ISSUER)
      .setAudience('skillstream')
      .setSubject('ann')
      .setExpirationTime(endsSeconds)
      .sign(createPrivateKey(demoKey()));
    const headers = { ...asJson, accept: 'text/event-stream', authorization: `Bearer ${token}` };
    const response = await fetch(platform.url + path, { ...init, headers });
    expect(response.status).toBe(200);
    // Resolves when the gateway has ended it.
    await response.text();
    expect(Date.now()).toBeGreaterThanOrEqual(endsSeconds * 1000);
  });
});

describe('a forged token changes nothing, at the gateway and at every service:', () => {
  const ours = createPrivateKey(demoKey());
  const theirs = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const nowSeconds = Math.floor(Date.now() / 1000);
  const claims = {
    ...{ iss: DEMO_ISSUER, aud: 'skillstream', sub: 'mallory', scope: scopeNames.join(' ') },
    exp: nowSeconds + 3600,
  };
  const sign = (payload: object, key: KeyObject = ours, header: object = {}) =>
    new SignJWT({ ...payload }).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...header }).sign(key);
  const json64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const hmac = () => {
    const head = `${json64({ alg: 'HS256', typ: 'at+jwt' })}.${json64(claims)}`;
    return `${head}.${createHmac('sha256', localPublicKey).update(head).digest('base64url')}`;
  };
  const attacks: [string, () => Promise<string | null> | string | null, number][] = [
    ['no token', () => null, 401],
    ['an empty one', () => '', 401],
    ['no JWT', () => 'let-me-in', 401],
    ['an expired one', () => sign({ ...claims, exp: nowSeconds - 300 }), 401],
    ['one that never ends', () => sign({ ...claims, exp: undefined }), 401],
    ['one for somebody else', () => sign({ ...claims, aud: 'payroll' }), 401],
    ['one of another issuer', () => sign({ ...claims, iss: 'https://login.example.org' }), 401],
    ['one in the name of the real issuer', () => sign({ ...claims, iss: provider.issuer }, theirs), 401],
    ['alg none', () => new UnsecuredJWT(claims).encode(), 401],
    ['the public key as a secret (key confusion)', hmac, 401],
    ['one that is no access token', () => sign(claims, ours, { typ: 'JWT' }), 401],
    ['one signed by another key', () => sign(claims, theirs), 401],
    ['a key id that nobody has', () => sign({ ...claims, iss: provider.issuer }, theirs, { kid: 'x' }), 401],
    ['one that lacks the scope', () => sign({ ...claims, scope: 'analytics:read' }), 403],
  ];
  const writes: [(typeof places)[number], string, string][] = [
    ['gateway', 'POST', '/v1/postings'],
    ['gateway', 'DELETE', '/v1/postings/:id'],
    ['gateway', 'POST', '/v1/retag'],
    ['gateway', 'POST', '/v1/verify'],
    ['ingestion', 'POST', '/v1/postings'],
    ['ingestion', 'DELETE', '/v1/postings/:id'],
    ['ingestion', 'POST', '/v1/retag'],
    ['analytics', 'POST', '/v1/verify'],
  ];

  const tryAll = async (token: string | null) => {
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
    return Promise.all(
      writes.map(async ([place, method, path]) => {
        const url = platform.service(place).url + path.replace(':id', postingId);
        const headers = { ...asJson, ...authorization };
        const body = method === 'POST' ? JSON.stringify({ ...posting, title: 'Hacked' }) : undefined;
        const response = await fetch(url, { method, headers, body });
        const { code } = problem.parse(await response.json());
        expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="skillstream"/);
        return [response.status, code];
      }),
    );
  };
  const recordOf = async () => postingRecord.parse(await platform.get(`/v1/postings/${postingId}`));

  test.each(attacks)('%s', async (_what, token, status) => {
    const before = [await platform.ledger(), await recordOf()];
    const code = status === 401 ? 'unauthenticated' : 'insufficient-scope';
    expect(await tryAll(await token())).toEqual(writes.map(() => [status, code]));
    expect([await platform.ledger(), await recordOf()]).toEqual(before);
  });

  test('a thousand made-up key ids cost the issuer one question of each service', async () => {
    const before = provider.keyRequests();
    const tokens = await Promise.all(
      Array.from({ length: 1000 }, (_, i) =>
        sign({ ...claims, iss: provider.issuer }, theirs, { kid: `k${i}` }),
      ),
    );
    for (const token of tokens) {
      const headers = { ...asJson, authorization: `Bearer ${token}` };
      const url = `${platform.url}/v1/postings`;
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(posting) });
      expect(response.status).toBe(401);
      await response.arrayBuffer();
    }
    expect(provider.keyRequests() - before).toBeLessThanOrEqual(places.length);
  });

  test('a retraction of a version that has changed is refused, with the best of tokens', async () => {
    const url = `${platform.url}/v1/postings/${postingId}`;
    const request = await allowed({ method: 'DELETE', headers: { 'if-match': '"7"' } });
    expect((await fetch(url, request)).status).toBe(412);
    expect(await recordOf()).toMatchObject({ retracted: false, version: 1 });
  });
});

test('every change and every refusal is on record, at the door and where it was carried out', async () => {
  const traceId = 'aaaabbbbccccdddd0000111122223333';
  const headers = { ...asJson, traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
  const body = JSON.stringify({ ...posting, sourceId: '3' });
  const request = await allowed({ method: 'POST', headers, body });
  expect((await fetch(`${platform.url}/v1/postings`, request)).status).toBe(202);
  for (const name of ['gateway', 'ingestion'] as const) {
    const record = await until(`${name} has put it on record`, async () =>
      (await platform.logLines(name)).find((line) => line.audit === true && line['trace_id'] === traceId),
    );
    expect(record).toMatchObject({
      ...{ msg: 'changed', operation: 'POST /v1/postings', status: 202 },
      ...{ subject: 'skillstream-cli', client: 'skillstream-cli' },
    });
  }
  const refused = (await platform.logLines('gateway')).filter((line) => line.audit && line.msg === 'refused');
  expect(refused.length).toBeGreaterThan(1000);
  expect(JSON.stringify(await platform.logLines('gateway'))).not.toContain((await localTokens())!.slice(-40));
});
