import { createHmac, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { createVerifyToken } from './verify-token.ts';

const ISSUER = 'https://issuer.example.org';
const AUDIENCE = 'skillstream';
const nowSeconds = Math.floor(Date.now() / 1000);
const claims = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'ann',
  scope: 'postings:write ops:read',
  exp: nowSeconds + 60,
};
const ours = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const theirs = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const now = () => new Date(nowSeconds * 1000);
const verify = createVerifyToken([{ issuer: ISSUER, keys: ours.publicKey }], AUDIENCE, now);

const sign = (
  payload: JWTPayload,
  key = ours.privateKey,
  alg = 'ES256',
  typ: string | undefined = 'at+jwt',
) => new SignJWT(payload).setProtectedHeader({ alg, ...(typ && { typ }) }).sign(key);
const without = (name: keyof typeof claims): JWTPayload => {
  const { [name]: _, ...rest } = claims;
  return rest;
};
const json64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a token that holds names its caller and what they may do', async () => {
  expect(await verify(await sign({ ...claims, client_id: 'feed' }))).toEqual({
    subject: 'ann',
    client: 'feed',
    scopes: new Set(['postings:write', 'ops:read']),
    endsMs: claims.exp * 1000,
  });
});

test.each([
  ['a list', { scp: ['ops:read', 7] }, ['postings:write', 'ops:read']],
  ['in another claim', { scope: undefined, scp: 'ops:write  ops:read' }, ['ops:write', 'ops:read']],
  ['not text', { scope: { all: true } }, []],
])('scopes that are %s are read as what they are', async (_what, more, scopes) => {
  expect((await verify(await sign({ ...claims, ...more }))).scopes).toEqual(new Set(scopes));
});

describe('is refused as not authenticated:', () => {
  let forged: Record<string, string>;
  beforeAll(async () => {
    // The public key, which everybody may have, as the secret of an HMAC: RFC 8725, 2.1.
    const secret = ours.publicKey.export({ type: 'spki', format: 'pem' });
    const head = `${json64({ alg: 'HS256', typ: 'at+jwt' })}.${json64(claims)}`;
    const good = await sign(claims);
    const [header, , signature] = good.split('.');
    forged = {
      'signed by nobody (alg none)': new UnsecuredJWT(claims).encode(),
      'alg none in other letters': `${json64({ alg: 'nOnE' })}.${json64(claims)}.`,
      'signed by the public key as a secret': `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`,
      'signed by another key': await sign(claims, theirs.privateKey),
      'signed by another kind of key': await sign(claims, rsa.privateKey, 'RS256'),
      'with a key of its own in its header': await new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', jwk: theirs.publicKey.export({ format: 'jwk' }) })
        .sign(theirs.privateKey),
      'with more claims than were signed': `${header}.${json64({ ...claims, scope: 'ops:write' })}.${signature}`,
      'without its signature': `${header}.${json64(claims)}.`,
      expired: await sign({ ...claims, exp: nowSeconds - 60 }),
      'not valid yet': await sign({ ...claims, nbf: nowSeconds + 600 }),
      'without an end': await sign(without('exp')),
      'of nobody': await sign(without('sub')),
      'for nobody': await sign(without('aud')),
      'for somebody else': await sign({ ...claims, aud: 'another' }),
      'of another issuer': await sign({ ...claims, iss: 'https://elsewhere.example.org' }),
      'of no issuer': await sign(without('iss')),
      'with a header that it must not understand': await new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', crit: ['b64'], b64: false })
        .sign(ours.privateKey)
        .catch(() => `${json64({ alg: 'ES256', crit: ['x'], x: 1 })}.${json64(claims)}.${signature}`),
      'no token at all': 'abc',
      'three words': 'a.b.c',
    };
  });
  const kinds = [
    'signed by nobody (alg none)',
    'alg none in other letters',
    'signed by the public key as a secret',
    'signed by another key',
    'signed by another kind of key',
    'with a key of its own in its header',
    'with more claims than were signed',
    'without its signature',
    'expired',
    'not valid yet',
    'without an end',
    'of nobody',
    'for nobody',
    'for somebody else',
    'of another issuer',
    'of no issuer',
    'with a header that it must not understand',
    'no token at all',
    'three words',
  ];
  test.each(kinds)('a token %s', async (kind) => {
    await expect(verify(forged[kind]!)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('and no other kind was forgotten', () => expect(Object.keys(forged)).toEqual(kinds));
});

describe('the kind of a token (RFC 9068, 4):', () => {
  const plain = createVerifyToken([{ issuer: ISSUER, keys: ours.publicKey, type: 'jwt' }], AUDIENCE, now);
  const typed = (typ: string, more: JWTPayload = {}) =>
    sign({ ...claims, ...more }, ours.privateKey, 'ES256', typ);
  const refused = { code: 'unauthenticated' };

  test.each(['at+jwt', 'AT+JWT', 'application/at+jwt', 'Application/At+Jwt'])(
    '%s is an access token',
    async (typ) => {
      for (const verifies of [verify, plain])
        expect(await verifies(await typed(typ))).toMatchObject({ subject: 'ann' });
    },
  );

  test.each(['JWT', 'application/jwt', ''])('"%s" is one where its issuer says so', async (typ) => {
    await expect(verify(await typed(typ))).rejects.toMatchObject(refused);
    expect(await plain(await typed(typ))).toMatchObject({ subject: 'ann' });
    expect(await plain(await typed(typ, { typ: 'Bearer' }))).toMatchObject({ subject: 'ann' });
  });

  test.each(['dpop+jwt', 'logout+jwt', 'secevent+jwt', 'id_token', 'xat+jwt'])(
    '%s is none anywhere',
    async (typ) => {
      for (const verifies of [verify, plain])
        await expect(verifies(await typed(typ))).rejects.toMatchObject(refused);
    },
  );

  test.each([
    ['with a nonce', { nonce: 'n' }],
    ['with the hash of an access token', { at_hash: 'h' }],
    ['with the hash of a code', { c_hash: 'h' }],
    ['that says so, as Keycloak has it', { typ: 'ID' }],
    ['of a log-out', { events: {} }],
  ])('an ID token %s is none, also where plain JWTs are taken', async (_what, more: JWTPayload) => {
    await expect(plain(await typed('JWT', more))).rejects.toMatchObject(refused);
  });
});

test('a clock that is off by a few seconds is forgiven, a minute is not', async () => {
  expect(await verify(await sign({ ...claims, exp: nowSeconds - 2 }))).toMatchObject({ subject: 'ann' });
});

test('where nobody is trusted no token holds', async () => {
  await expect(createVerifyToken([], AUDIENCE)(await sign(claims))).rejects.toMatchObject({
    code: 'unauthenticated',
  });
});

test('a key that arrives as PEM of an older form verifies as well', async () => {
  const pem = ours.privateKey.export({ type: 'sec1', format: 'pem' });
  expect(await verify(await sign(claims, createPrivateKey(pem)))).toMatchObject({ subject: 'ann' });
});
