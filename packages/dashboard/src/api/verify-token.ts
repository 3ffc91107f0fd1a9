import { createClient } from '@skillstream/client';
import type { AskWithToken } from '../sign-in/check-token.ts';
import { readSignIn } from './sign-in.ts';

/** A stream without postings: it has no results, changes nothing, and is no fault that the console would show. */
const NOTHING = {
  body: '',
  bodySerializer: (body: unknown) => body as string,
  headers: { 'Content-Type': 'application/x-ndjson' },
  parseAs: 'text',
} as const;

/**
 * Asks the gateway something small that takes a token. Where reading is open only a change does: a token that may not
 * send postings is refused by 403 then, after it was verified.
 * @throws UnreachableError, ProblemError
 */
export const askWithToken: AskWithToken = async (token) => {
  const client = createClient({ baseUrl: globalThis.location.origin, token: () => Promise.resolve(token) });
  const { tokenNeededFor } = await readSignIn();
  return tokenNeededFor.includes('analytics:read')
    ? client.GET('/v1/sources')
    : client.POST('/v1/postings', NOTHING);
};
