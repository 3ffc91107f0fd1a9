import { SkillstreamError } from '@skillstream/errors';
import { decodeJwt, errors, jwtVerify, type CryptoKey, type JWTVerifyGetKey, type KeyObject } from 'jose';
import { unauthenticated } from './bearer.ts';
import { callerOf, type Caller } from './caller.ts';
import { checkKind, type TokenType } from './token-kind.ts';

/** A trusted issuer, its public key or keys, and how it marks access tokens (`at+jwt` by default). */
export type TrustedIssuer = {
  issuer: string;
  keys: KeyObject | CryptoKey | JWTVerifyGetKey;
  type?: TokenType;
};
export type VerifyToken = (token: string) => Promise<Caller>;

// RFC 8725, 3.1: an allow-list of algorithms. Symmetric ones are not among them, since a public key could be passed
// off as their secret; nor is "none".
const ALGORITHMS = [
  'ES256',
  'ES384',
  'EdDSA',
  'Ed25519',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
];
const CLOCK_TOLERANCE_SECONDS = 5;

const inWords = (error: unknown): string => {
  if (error instanceof errors.JWTExpired) return 'The token has expired';
  if (error instanceof errors.JWTClaimValidationFailed)
    return error.claim === 'aud'
      ? 'The token is for somebody else'
      : `The token's ${error.claim} does not hold`;
  if (error instanceof errors.JWKSNoMatchingKey)
    return 'The token is signed by a key that its issuer does not have';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'The token is signed in a way that is not taken';
  if (error instanceof errors.JWSSignatureVerificationFailed) return "The token's signature does not hold";
  return 'The token cannot be read';
};

const issuerOf = (token: string): unknown => {
  try {
    return decodeJwt(token).iss;
  } catch (error) {
    throw unauthenticated(inWords(error), error);
  }
};

/**
 * Verifies access tokens (JWT, RFC 9068, RFC 8725): signature, issuer, audience, expiry, and that they are access
 * tokens.
 * @param audience the required audience of tokens
 * @param now the clock for expiry
 * @throws SkillstreamError `unauthenticated`, or `unavailable` while the issuer's keys cannot be fetched
 */
export const createVerifyToken = (
  trusted: readonly TrustedIssuer[],
  audience: string,
  now: () => Date = () => new Date(),
): VerifyToken => {
  const byName = new Map(trusted.map((one) => [one.issuer, one]));
  return async (token) => {
    const issuer = issuerOf(token);
    const found = typeof issuer === 'string' ? byName.get(issuer) : undefined;
    if (!found) throw unauthenticated('The token is of an issuer that is not trusted here');
    const { keys, type = 'at+jwt' } = found;
    const options = {
      issuer: found.issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now(),
    };
    try {
      // Two overloads, one for a key and one for a key resolver.
      const { payload, protectedHeader } = await (typeof keys === 'function'
        ? jwtVerify(token, keys, options)
        : jwtVerify(token, keys, options));
      checkKind(protectedHeader.typ, payload, type);
      return callerOf(payload);
    } catch (error) {
      throw error instanceof SkillstreamError ? error : unauthenticated(inWords(error), error);
    }
  };
};
