import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scopeNames } from '@skillstream/contracts';
import Provider from 'oidc-provider';

const AUDIENCE = 'skillstream';
const CALLBACK = 'http://127.0.0.1:9/callback';
const machine = { client_id: 'feed', client_secret: 'a-secret-of-the-tests' };
const page = 'page';
const dashboard = 'dashboard';
const resource = `urn:${AUDIENCE}`;

const newKey = (kid: string) => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
};

/** What a test may change about what it gives, from one request to the next. */
type Giving = {
  /** Where the dashboard is, which may sign in from there. */
  dashboardOrigin: string | null;
  accessTokenSeconds: number;
  /** What it grants at most. */
  scopes: string;
};

const createProvider = (issuer: string, key: ReturnType<typeof newKey>, giving: Giving) => {
  // It warns of what is meant for tests alone.
  const { console: output } = globalThis;
  const { warn } = output;
  output.warn = () => undefined;
  const provider = new Provider(issuer, {
    jwks: { keys: [key] },
    clients: [
      { ...machine, grant_types: ['client_credentials'], redirect_uris: [], response_types: [] },
      {
        client_id: page,
        token_endpoint_auth_method: 'none',
        redirect_uris: [CALLBACK],
        application_type: 'native',
      },
      ...(giving.dashboardOrigin === null
        ? []
        : [
            {
              client_id: dashboard,
              token_endpoint_auth_method: 'none' as const,
              grant_types: ['authorization_code', 'refresh_token'],
              redirect_uris: [`${giving.dashboardOrigin}/signed-in`],
              post_logout_redirect_uris: [`${giving.dashboardOrigin}/`],
              application_type: 'native' as const,
            },
          ]),
    ],
    clientBasedCORS: (_ctx, origin, client) =>
      client.clientId === dashboard && origin === giving.dashboardOrigin,
    scopes: ['openid', 'offline_access', ...scopeNames],
    pkce: { required: () => true },
    ttl: {
      AccessToken: () => giving.accessTokenSeconds,
      ClientCredentials: 300,
      Grant: 300,
      IdToken: 300,
      Interaction: 300,
      RefreshToken: 300,
      Session: 300,
    },
    findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: giving.scopes,
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
        }),
      },
    },
  });
  output.warn = warn;
  provider.on('server_error', (_ctx, error) => process.stderr.write(`${String(error)}\n`));
  return provider;
};

/** A browser's part of it: keeps cookies, follows no redirect by itself. */
const createBrowser = () => {
  const cookies = new Map<string, string>();
  return async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    return response;
  };
};

const tokenOf = async (response: Response): Promise<string> => {
  const body = (await response.json()) as { access_token?: string };
  if (!body.access_token) throw new Error(`no token: ${JSON.stringify(body)}`);
  return body.access_token;
};

/** A real OpenID provider on this machine (`oidc-provider`). */
export const startOpenIdProvider = async () => {
  let server: Server;
  let requests = 0;
  let port = 0;
  // One that comes back has the keys that it had.
  const keys = new Map<string, ReturnType<typeof newKey>>();
  const usual: Giving = {
    dashboardOrigin: null,
    accessTokenSeconds: 300,
    scopes: scopeNames.join(' '),
  };
  const giving = { ...usual };
  const serve = async (kid: string) => {
    server = createServer((req, res) => {
      if (req.url === '/jwks') requests += 1;
      // The next server on this port knows nothing of connections to this one.
      res.setHeader('connection', 'close');
      void handle(req, res);
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
    const key = keys.get(kid) ?? newKey(kid);
    keys.set(kid, key);
    const handle = createProvider(`http://127.0.0.1:${port}`, key, giving).callback();
  };
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  await serve('first');
  const issuer = `http://127.0.0.1:${port}`;
  return {
    issuer,
    keyRequests: () => requests,
    stop,
    start: serve,
    /** Signs with another key from now on, and knows the old one no more. */
    rotate: async (kid: string) => {
      await stop();
      await serve(kid);
    },
    /** Lets the dashboard sign in from its address. */
    admitDashboard: async (origin: string) => {
      usual.dashboardOrigin = giving.dashboardOrigin = origin;
      await stop();
      await serve('with-dashboard');
    },
    /** Gives something else from now on; what is not named is as usual. */
    give: (changed: Partial<Omit<Giving, 'dashboardOrigin'>> = {}) =>
      void Object.assign(giving, usual, changed),
    /** The flow of programs (RFC 6749, 4.4). */
    clientCredentials: async (scope: string): Promise<string> =>
      tokenOf(
        await fetch(`${issuer}/token`, {
          method: 'POST',
          body: new URLSearchParams({ ...machine, grant_type: 'client_credentials', scope, resource }),
        }),
      ),
    /** The flow of people before a page: authorization code with PKCE (RFC 7636), with log-in and consent. */
    authorizationCode: async (scope: string, login: string): Promise<string> => {
      const browse = createBrowser();
      const verifier = randomBytes(32).toString('base64url');
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const query = new URLSearchParams({
        ...{
          client_id: page,
          response_type: 'code',
          redirect_uri: CALLBACK,
          scope: `openid ${scope}`,
          resource,
        },
        ...{ code_challenge: challenge, code_challenge_method: 'S256' },
      });
      let at = `${issuer}/auth?${query}`;
      while (!at.startsWith(CALLBACK)) {
        let response = await browse(at);
        if (response.status === 200) {
          const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())![1]!;
          response = await browse(at, { prompt, login, password: 'any' });
        }
        at = new URL(response.headers.get('location')!, issuer).href;
      }
      const code = new URL(at).searchParams.get('code');
      if (!code) throw new Error(`no code: ${at}`);
      return tokenOf(
        await fetch(`${issuer}/token`, {
          method: 'POST',
          body: new URLSearchParams({
            ...{ grant_type: 'authorization_code', client_id: page, redirect_uri: CALLBACK },
            ...{ code, code_verifier: verifier, resource },
          }),
        }),
      );
    },
  };
};
