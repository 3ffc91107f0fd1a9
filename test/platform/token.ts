import { demoKey, publicHalf } from '../../packages/cli/src/auth/demo-key.ts';
import { signedTokens, type TokenSource } from '../../packages/cli/src/auth/sign-token.ts';

/** By the key of this machine, as the command has them: what the tests themselves ask with. */
export const localTokens: TokenSource = signedTokens(demoKey());
/** What platforms of the tests verify them by. */
export const localPublicKey = publicHalf(demoKey());

/** A request in the name of somebody who may do everything. */
export const allowed = async (init: RequestInit = {}, tokens = localTokens): Promise<RequestInit> => {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${await tokens()}`);
  return { ...init, headers };
};
