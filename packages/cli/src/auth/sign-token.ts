import { createPrivateKey, randomUUID } from 'node:crypto';
import { DEFAULT_AUDIENCE, DEMO_ISSUER, type Scope } from '@skillstream/contracts';
import { SignJWT } from 'jose';

export type TokenWish = { scopes: readonly Scope[]; subject: string; minutes: number };

/**
 * Signs an access token (RFC 9068) as the issuer of demonstrations; a production takes none of these.
 * @param privateKey of the curve P-256, as PEM
 */
export const signToken = (privateKey: string, { scopes, subject, minutes }: TokenWish): Promise<string> =>
  new SignJWT({ scope: scopes.join(' '), client_id: 'skillstream-cli' })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
    .setIssuer(DEMO_ISSUER)
    .setAudience(DEFAULT_AUDIENCE)
    .setSubject(subject)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${minutes} minutes`)
    .sign(createPrivateKey(privateKey));
