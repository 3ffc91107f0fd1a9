import { z } from 'zod';
import { scopeNames } from './scopes.ts';

/** The OpenID provider that the page signs in with: a public client, by authorization code with PKCE. */
export const signInIssuer = z.object({
  /** The issuer identifier (OpenID Connect Discovery 1.0, 4). */
  issuer: z.string(),
  clientId: z.string(),
  /** What the page asks for, `openid` among it. */
  scopes: z.array(z.string()),
  /** What the token is to be for (RFC 8707); absent: the issuer decides. */
  resource: z.string().optional(),
});
export type SignInIssuer = z.infer<typeof signInIssuer>;

/** `GET /v1/sign-in`: which scopes take a token here, and where a person gets one; null: nowhere. */
export const signIn = z.object({
  tokenNeededFor: z.array(z.enum(scopeNames)),
  issuer: signInIssuer.nullable(),
});
export type SignIn = z.infer<typeof signIn>;
