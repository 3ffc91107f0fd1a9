import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from '../generated/api.ts';
import { UnreachableError } from './errors.ts';

/** Every shape of the gateway's document, by its name there: `Schemas['Ledger']`. */
export type Schemas = components['schemas'];

export type ClientOptions = {
  /** Where the gateway is, like http://127.0.0.1:4100. */
  baseUrl: string;
  /** Sent with every request, like a `traceparent`. */
  headers?: Record<string, string>;
  /** Gives the access token for each request; null where there is none to send. */
  token?: () => Promise<string | null>;
  /** In place of the global one. */
  fetch?: (request: Request) => Promise<Response>;
};

// What answers are; the stream of lines has `sendLines`.
type Media = 'application/json' | 'application/problem+json' | 'text/plain';

/** A gateway to ask: `GET`, `POST` and `DELETE` take its paths and know what each takes and gives. */
export type Gateway = Pick<Client<paths, Media>, 'GET' | 'POST' | 'DELETE'>;

// Who asked for an end gets it as it is.
const isAbort = (error: unknown) =>
  /^(Abort|Timeout)Error$/.test(String((error as { name?: unknown } | null)?.name));

/** A client of one gateway; nothing is asked yet. */
export const createClient = ({ token, ...options }: ClientOptions): Gateway => {
  const client = createFetchClient<paths, Media>(options);
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
