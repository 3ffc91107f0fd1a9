import type { JWTPayload } from 'jose';
import { unauthenticated } from './bearer.ts';

/** How an issuer marks its access tokens: as in RFC 9068, or as plain JWTs, which many still do. */
export const tokenTypes = ['at+jwt', 'jwt'] as const;
export type TokenType = (typeof tokenTypes)[number];

// RFC 7515, 4.1.9: case-insensitive, and application/ may be omitted. Without `typ`, a token is a plain JWT.
const kindOf = (typ: unknown): string =>
  typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : 'jwt';

// Claims that only other tokens have: ID tokens (OpenID Connect Core, 2 and 3.3.2.11), events (RFC 8417).
const ofOthers = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events'];
// Keycloak states the kind of a plain JWT there.
const BEARER = 'Bearer';

/**
 * Rejects tokens of the issuer that are not access tokens: an ID token tells a page who has logged in, and grants
 * nothing here (RFC 9068, 4; RFC 8725, 3.11).
 * @param typ of the token's protected header
 * @param type `jwt` also accepts plain JWTs without claims of other kinds of tokens
 * @throws SkillstreamError `unauthenticated`
 */
export const checkKind = (typ: unknown, claims: JWTPayload, type: TokenType): void => {
  const kind = kindOf(typ);
  if (kind === 'at+jwt') return;
  if (kind !== 'jwt' || type !== 'jwt') throw unauthenticated('The token is no access token (typ at+jwt)');
  const isOther = ofOthers.some((name) => name in claims) || (claims.typ ?? BEARER) !== BEARER;
  if (isOther) throw unauthenticated('The token is an ID token, or another that is no access token');
};
