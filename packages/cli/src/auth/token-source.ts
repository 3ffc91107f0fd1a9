import { scopeNames } from '@skillstream/contracts';
import { signToken } from './sign-token.ts';

/** Gives a token that holds now; null where there is none. */
export type TokenSource = () => Promise<string | null>;

const MINUTES = 10;
const RENEW_MS = (MINUTES - 5) * 60_000;

/** Tokens for a command's own requests, with all scopes: a load may last longer than one token does. */
export const signedTokens = (privateKey: string, nowMs: () => number = () => Date.now()): TokenSource => {
  let last: { token: Promise<string>; atMs: number } | null = null;
  return () => {
    if (!last || nowMs() - last.atMs > RENEW_MS) {
      const wish = { scopes: scopeNames, subject: 'skillstream-cli', minutes: MINUTES };
      last = { token: signToken(privateKey, wish), atMs: nowMs() };
    }
    return last.token;
  };
};
