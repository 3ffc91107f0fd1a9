import { signedTokens, type TokenSource } from '../../packages/cli/src/auth/token-source.ts';
import { kubectl } from './kubectl.ts';

/** Tokens by the demonstration's key that the chart of the engines made in this namespace. */
export const releaseTokens = async (namespace: string, release: string): Promise<TokenSource> => {
  const path = 'jsonpath={.data.demo-signing-key}';
  const key = await kubectl('get', 'secret', '-n', namespace, `${release}-engines`, '-o', path);
  return signedTokens(Buffer.from(key, 'base64').toString());
};
