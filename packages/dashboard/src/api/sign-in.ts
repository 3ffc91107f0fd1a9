import { queryOptions } from '@tanstack/react-query';
import { createClient, ProblemError, responseOf } from '@skillstream/client';
import type { SignIn } from '@skillstream/contracts';

// Without a token: it is asked by who has none yet.
const anybody = createClient({ baseUrl: globalThis.location.origin });

/**
 * What takes a token here, and which issuer there is to sign in with. A gateway of the release before names none.
 * @throws ProblemError, UnreachableError
 */
export const readSignIn = (): Promise<SignIn> =>
  responseOf(anybody.GET('/v1/sign-in')).catch((error: unknown) => {
    if (error instanceof ProblemError && error.status === 404) return { tokenNeededFor: [], issuer: null };
    throw error;
  });

/** The same, asked once. */
export const signInQuery = queryOptions({
  ...{ queryKey: ['sign-in'], queryFn: readSignIn, staleTime: Infinity },
});
