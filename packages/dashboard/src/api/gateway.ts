import { createClient } from '@skillstream/client';
import { tokenRefused, usableToken } from '../sign-in/session.ts';

// A token that is refused is no longer held, so that what stays closed says "Sign in" beside a button for it.
const watched = async (request: Request): Promise<Response> => {
  const response = await fetch(request);
  const sent = request.headers.get('authorization')?.replace('Bearer ', '');
  if (response.status === 401 && sent !== undefined) {
    const problem = (await response
      .clone()
      .json()
      .catch(() => null)) as { detail?: unknown } | null;
    tokenRefused(sent, typeof problem?.detail === 'string' ? problem.detail : null);
  }
  return response;
};

/** The gateway that served this page. */
export const gateway = createClient({
  ...{ baseUrl: globalThis.location.origin, token: usableToken, fetch: watched },
});
