import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from '../generated/api.ts';
import { UnreachableError } from './errors.ts';
import { pathOf } from './path-of.ts';

/** The schemas of the gateway's OpenAPI document by name: `Schemas['Ledger']`. */
export type Schemas = components['schemas'];

export type ClientOptions = {
  /** URL of the gateway, like http://127.0.0.1:4100. */
  baseUrl: string;
  /** Sent with every request, for example a `traceparent`. */
  headers?: Record<string, string>;
  /** Returns the access token for each request; null to send none. */
  token?: () => Promise<string | null>;
  /** Replaces the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
};

// Media types of responses; for the stream of lines there is `sendLines`.
type Media = 'application/json' | 'application/problem+json' | 'text/plain';

/** A typed client: `GET`, `POST` and `DELETE` take the gateway's paths and know each one's input and output. */
export type Gateway = Pick<Client<paths, Media>, 'GET' | 'POST' | 'DELETE'>;

// A caller that aborts gets its own error back.
const isAbort = (error: unknown) =>
  /^(Abort|Timeout)Error$/.test(String((error as { name?: unknown } | null)?.name));

/** Creates a client of one gateway; sends nothing yet. */
export const createClient = ({ token, ...options }: ClientOptions): Gateway => {
  const client = createFetchClient<paths, Media>({ ...options, pathSerializer: pathOf });
  client.use({
    onRequest: async ({ request }) => {
      const held = await token?.();
      if (held) request.headers.set('authorization', `Bearer ${held}`);
    },
    onError: ({ error }) =>
      isAbort(error) ? undefined : new UnreachableError(`nobody answers at ${options.baseUrl}`, error),
  });
  return client;
};
