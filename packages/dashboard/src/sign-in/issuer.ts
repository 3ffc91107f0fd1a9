import type { SignInIssuer } from '@skillstream/contracts';
import * as oauth from 'oauth4webapi';
import { SignInError } from './sign-in-error.ts';

/** What the issuer gave: a token for the gateway, and what renews it. */
export type Granted = {
  token: string;
  refreshToken: string | null;
  /** Who signed in, and what the token allows: the same reader sees the same. */
  reader: string;
  scopes: string[];
  /** How long the token is valid; null where the issuer does not say. */
  validSeconds: number | null;
};

/** What ties a response to its request; each is made for one sign-in (RFC 9700, 2.1.1). */
export type Ties = { state: string; nonce: string; verifier: string };

const TIMEOUT_MS = 15_000;

/** Fresh ties, unguessable. */
export const makeTies = (): Ties => ({
  state: oauth.generateRandomState(),
  nonce: oauth.generateRandomNonce(),
  verifier: oauth.generateRandomCodeVerifier(),
});

/**
 * The issuer by its discovery document, and the page as its public client.
 * @throws whatever `signInSentence` explains
 */
export const openIssuer = async ({ issuer, clientId, scopes, resource }: SignInIssuer) => {
  const address = new URL(issuer);
  // The configuration of a production refuses an issuer without TLS.
  const options = () => ({
    [oauth.allowInsecureRequests]: address.protocol === 'http:',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const found = await oauth.discoveryRequest(address, { algorithm: 'oidc', ...options() });
  const server = await oauth.processDiscoveryResponse(address, found);
  const mayBeAsked = (url: string | undefined) => url !== undefined && new URL(url).origin === address.origin;
  if (server.token_endpoint && !mayBeAsked(server.token_endpoint)) throw new SignInError('elsewhere');
  const client: oauth.Client = { client_id: clientId };
  const additionalParameters: Record<string, string> = resource === undefined ? {} : { resource };

  const grantedOf = (result: oauth.TokenEndpointResponse, before?: Granted): Granted => {
    const subject = oauth.getValidatedIdTokenClaims(result)?.sub;
    // Without `scope` all was granted that was asked for (RFC 6749, 5.1).
    const granted = result.scope?.split(' ') ?? before?.scopes ?? scopes;
    return {
      token: result.access_token,
      refreshToken: result.refresh_token ?? before?.refreshToken ?? null,
      reader: before?.reader ?? [issuer, subject, ...granted.toSorted()].join(' '),
      scopes: granted,
      validSeconds: result.expires_in ?? null,
    };
  };
  return {
    /** Where the browser has to go. */
    authorizationUrl: async ({ state, nonce, verifier }: Ties, redirectUri: string): Promise<string> => {
      const url = new URL(server.authorization_endpoint!);
      const parameters = {
        ...{ client_id: clientId, response_type: 'code', redirect_uri: redirectUri, scope: scopes.join(' ') },
        ...{ state, nonce, code_challenge_method: 'S256' },
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        // A long-lived grant takes consent (OpenID Connect Core 1.0, 11).
        ...(scopes.includes('offline_access') && { prompt: 'consent' }),
        ...additionalParameters,
      };
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url.href;
    },
    /** Changes the code that came back for tokens. */
    exchange: async (
      response: URLSearchParams,
      { state, nonce, verifier }: Ties,
      redirectUri: string,
    ): Promise<Granted> => {
      const valid = oauth.validateAuthResponse(server, client, response, state);
      const none = oauth.None();
      const answer = await oauth.authorizationCodeGrantRequest(
        ...([server, client, none, valid, redirectUri, verifier] as const),
        { additionalParameters, ...options() },
      );
      const expected = { expectedNonce: nonce, requireIdToken: true };
      return grantedOf(await oauth.processAuthorizationCodeResponse(server, client, answer, expected));
    },
    /** Takes a new token by the refresh token, which the issuer may replace. */
    renew: async (before: Granted): Promise<Granted> => {
      const answer = await oauth.refreshTokenGrantRequest(
        ...([server, client, oauth.None(), before.refreshToken!] as const),
        { additionalParameters, ...options() },
      );
      return grantedOf(await oauth.processRefreshTokenResponse(server, client, answer), before);
    },
    /**
     * Takes back what renews the token (RFC 7009), where the issuer can.
     * @returns where the browser ends the issuer's own session (OpenID Connect RP-Initiated Logout 1.0); null: nowhere
     */
    end: async ({ refreshToken }: Granted, home: string): Promise<string | null> => {
      if (refreshToken !== null && mayBeAsked(server.revocation_endpoint))
        await oauth
          .revocationRequest(server, client, oauth.None(), refreshToken, options())
          .catch(() => undefined);
      if (!server.end_session_endpoint) return null;
      const url = new URL(server.end_session_endpoint);
      // No `id_token_hint`: a token is in no address. The issuer may ask whether one means it.
      url.searchParams.set('client_id', clientId);
      url.searchParams.set('post_logout_redirect_uri', home);
      return url.href;
    },
  };
};
export type Issuer = Awaited<ReturnType<typeof openIssuer>>;
