import type { SignIn } from '@skillstream/contracts';
import type { Handlers } from '@skillstream/http';

/** Says what takes a token here, and which issuer the page signs in with. */
export const signInHandlers = (signIn: SignIn) =>
  ({
    getSignIn: (_req, res) => void res.set('Cache-Control', 'no-cache').json(signIn),
  }) satisfies Partial<Handlers<'gateway'>>;
