import { createClient } from '@skillstream/client';
import { tokenRefused, tokenTaken, usableToken } from '../sign-in/session.ts';

const reasonOf = async (response: Response): Promise<string | null> => {
  const problem = (await response
    .clone()
    .json()
    .catch(() => null)) as { detail?: unknown } | null;
  return typeof problem?.detail === 'string' ? problem.detail : null;
};

// A token may end on its way: the request is sent once more by the next one. One that is refused for good is no longer
// held, so that what stays closed says "Sign in" beside a button for it.
const sendAgain = async (request: Request, triesLeft = 1): Promise<Response> => {
  const sent = request.headers.get('authorization')?.replace('Bearer ', '');
  if (sent === undefined) return fetch(request);
  const spare = triesLeft === 0 ? null : request.clone();
  const response = await fetch(request);
  if (response.status !== 401) {
    tokenTaken(sent);
    return response;
  }
  const next = await tokenRefused(sent, await reasonOf(response));
  if (next === null || spare === null) return response;
  spare.headers.set('authorization', `Bearer ${next}`);
  return sendAgain(spare, triesLeft - 1);
};

/** The gateway that served this page. */
export const gateway = createClient({
  ...{ baseUrl: globalThis.location.origin, token: usableToken, fetch: sendAgain },
});
