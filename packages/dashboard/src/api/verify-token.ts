import { createClient } from '@skillstream/client';
import type { AskWithToken } from '../sign-in/check-token.ts';
import { readSignIn } from './sign-in.ts';

/**
 * Asks the gateway something small that takes a token. Where reading is open only a change does: a posting without any
 * field is refused as such, after the token was verified, and changes nothing.
 * @throws UnreachableError, ProblemError
 */
export const askWithToken: AskWithToken = async (token) => {
  const client = createClient({ baseUrl: globalThis.location.origin, token: () => Promise.resolve(token) });
  const { tokenNeededFor } = await readSignIn();
  return tokenNeededFor.includes('analytics:read')
    ? client.GET('/v1/sources')
    : client.POST('/v1/postings', { body: {} as never });
};
