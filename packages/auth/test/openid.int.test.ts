import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { silentLog } from '@skillstream/runtime';
import { SignJWT, generateKeyPair } from 'jose';
import { createIssuerKeys, createVerifyToken, type VerifyToken } from '../src/index.ts';
import { startOpenIdProvider } from './openid-provider.ts';

let provider: Awaited<ReturnType<typeof startOpenIdProvider>>;
let nowMs = 0;
const verifier = (
  times: { cooldownMs?: number; refreshMs?: number } = {},
  issuer = provider.issuer,
): VerifyToken =>
  createVerifyToken(
    [{ issuer, keys: createIssuerKeys(issuer, silentLog(), { nowMs: () => nowMs, ...times }) }],
    'skillstream',
  );
beforeAll(async () => {
  provider = await startOpenIdProvider();
});
afterAll(() => provider.stop());
beforeEach(() => {
  nowMs = 0;
});

test('a program’s token by client credentials is taken, with the scopes that it was given', async () => {
  const caller = await verifier()(await provider.clientCredentials('postings:write ops:read'));
  expect(caller).toEqual({
    subject: 'feed',
    client: 'feed',
    scopes: new Set(['postings:write', 'ops:read']),
    endsMs: expect.any(Number),
  });
  expect(caller.endsMs).toBeGreaterThan(Date.now());
});

test('a person’s token by an authorization code with PKCE is taken, and names the page and the person', async () => {
  const caller = await verifier()(await provider.authorizationCode('analytics:read', 'ann'));
  expect(caller).toMatchObject({ subject: 'ann', client: 'page', scopes: new Set(['analytics:read']) });
});

describe('keys', () => {
  test('are asked for once, however many tokens come', async () => {
    const verify = verifier();
    const token = await provider.clientCredentials('ops:read');
    const before = provider.keyRequests();
    await Promise.all(Array.from({ length: 20 }, () => verify(token)));
    expect(provider.keyRequests() - before).toBe(1);
  });

  test('that the issuer made since are found, and those that it took back hold no more after a while', async () => {
    const verify = verifier({ cooldownMs: 0, refreshMs: 1000 });
    const old = await provider.clientCredentials('ops:read');
    await verify(old);
    await provider.rotate('second');
    expect(await verify(await provider.clientCredentials('ops:write'))).toMatchObject({ subject: 'feed' });
    await expect(verify(old)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('that were taken back go without a new one having to come first', async () => {
    const verify = verifier({ refreshMs: 1000 });
    const old = await provider.clientCredentials('ops:read');
    await verify(old);
    await provider.rotate('third');
    expect(await verify(old)).toMatchObject({ subject: 'feed' });
    nowMs = 2000;
    await until('the old key is gone', () =>
      verify(old).then(
        () => false,
        (error: { code: string }) => error.code === 'unauthenticated',
      ),
    );
  });

  test('made up by the thousand are not asked for by the thousand', async () => {
    const verify = verifier();
    await verify(await provider.clientCredentials('ops:read'));
    const { privateKey } = await generateKeyPair('RS256');
    const before = provider.keyRequests();
    const flood = Array.from({ length: 1000 }, async (_, i) => {
      const token = await new SignJWT({ scope: 'ops:write' })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: `made-up-${i}` })
        .setIssuer(provider.issuer)
        .setAudience('skillstream')
        .setSubject('nobody')
        .setExpirationTime('1 minute')
        .sign(privateKey);
      return verify(token).catch((error: { code: string }) => error.code);
    });
    expect(new Set(await Promise.all(flood))).toEqual(new Set(['unauthenticated']));
    expect(provider.keyRequests()).toBe(before);
  });
});

describe('while the issuer is away', () => {
  test('tokens by keys that are known go on, others are told to come again', async () => {
    const verify = verifier({ cooldownMs: 0, refreshMs: 1000 });
    const token = await provider.clientCredentials('ops:read');
    await verify(token);
    await provider.stop();
    nowMs = 5000;
    expect(await verify(token)).toMatchObject({ subject: 'feed' });
    await expect(verifier()(token)).rejects.toMatchObject({ code: 'unavailable', retryable: true });
    await provider.start('fourth');
  });

  test('nothing is given up: when it is there, tokens are taken', async () => {
    const verify = verifier();
    const token = await provider.clientCredentials('ops:read');
    await provider.stop();
    await expect(verify(token)).rejects.toMatchObject({ code: 'unavailable' });
    await provider.start('fourth');
    expect(await verify(await provider.clientCredentials('ops:read'))).toMatchObject({ subject: 'feed' });
  });
});

test('an address that answers in the name of another issuer is believed nothing', async () => {
  const elsewhere = provider.issuer.replace('127.0.0.1', 'localhost');
  const { privateKey } = await generateKeyPair('RS256');
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt' })
    .setIssuer(elsewhere)
    .setAudience('skillstream')
    .setSubject('nobody')
    .setExpirationTime('1 minute')
    .sign(privateKey);
  await expect(verifier({}, elsewhere)(token)).rejects.toMatchObject({ code: 'unavailable' });
});
