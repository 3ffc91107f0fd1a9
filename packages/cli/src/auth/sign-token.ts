import { createPrivateKey, randomUUID } from 'node:crypto';
import { DEFAULT_AUDIENCE, DEMO_ISSUER, scopeNames, type Scope } from '@skillstream/contracts';
import { SignJWT } from 'jose';

export type TokenRequest = { scopes: readonly Scope[]; subject: string; minutes: number };

/**
 * Signs an access token (RFC 9068) as the demonstration issuer; no production accepts it.
 * @param privateKey of the curve P-256, as PEM
 */
export const signToken = (privateKey: string, { scopes, subject, minutes }: TokenRequest): Promise<string> =>
  new SignJWT({ scope: scopes.join(' '), client_id: 'skillstream-cli' })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
    .setIssuer(DEMO_ISSUER)
    .setAudience(DEFAULT_AUDIENCE)
    .setSubject(subject)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${minutes} minutes`)
    .sign(createPrivateKey(privateKey));

/** Returns a token that is valid now; null where there is none. */
export type TokenSource = () => Promise<string | null>;

const MINUTES = 10;
const RENEW_MS = (MINUTES - 5) * 60_000;

/**
 * Tokens for a command's own requests: a load may last longer than one token is valid.
 * @param scopes what they allow; everything where left out
 */
export const signedTokens = (
  privateKey: string,
  nowMs: () => number = () => Date.now(),
  scopes: readonly Scope[] = scopeNames,
): TokenSource => {
  let last: { token: Promise<string>; atMs: number } | null = null;
  return () => {
    if (!last || nowMs() - last.atMs > RENEW_MS) {
      const request = { scopes, subject: 'skillstream-cli', minutes: MINUTES };
      last = { token: signToken(privateKey, request), atMs: nowMs() };
    }
    return last.token;
  };
};
